import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isPhoto, withoutMetadata } from './remove-metadata.ts';

const formats = ['jpeg', 'png', 'webp', 'tiff', 'avif'] as const;
type Format = (typeof formats)[number];

const secrets = ['SecretCamera', 'Secret Author', '2021:02:03', 'SecretXmp'];
const xmp =
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ' +
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc=' +
  '"http://purl.org/dc/elements/1.1/" dc:title="SecretXmp"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>';

/** A picture of 4 × 2 pixels as a phone writes it. */
function photo(format: Format, orientation = 1): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: 24 }, (_, index) => index * 10));
  return sharp(pixels, { raw: { width: 4, height: 2, channels: 3 } })
    .withMetadata({ orientation })
    .withExif({
      IFD0: { Make: 'SecretCamera', Artist: 'Secret Author', Orientation: String(orientation) },
      IFD2: { DateTimeOriginal: '2021:02:03 04:05:06' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100', GPSLongitudeRef: 'W' },
    })
    .withXmp(xmp)
    .toFormat(format)
    .toBuffer();
}

const pixelsOf = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();
const secretsIn = (bytes: Uint8Array) =>
  secrets.filter((secret) => Buffer.from(bytes).includes(secret));

test.for(formats)(
  'place, time and device leave a %s, and its pixels stay as they are',
  async (format) => {
    const original = await photo(format);
    expect(secretsIn(original)).not.toEqual([]);
    const cleaned = withoutMetadata(original);
    expect(secretsIn(cleaned)).toEqual([]);
    expect(await pixelsOf(cleaned)).toEqual(await pixelsOf(original));
    expect(withoutMetadata(cleaned)).toEqual(cleaned);
  },
);

test.for(['jpeg', 'png', 'webp', 'tiff'] as const)('a %s keeps its orientation', async (format) => {
  const cleaned = withoutMetadata(await photo(format, 6));
  expect((await sharp(cleaned).metadata()).orientation).toBe(6);
  expect(secretsIn(cleaned)).toEqual([]);
});

test('a JPEG keeps its colour profile', async () => {
  const original = await sharp(await photo('jpeg'))
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const profile = (await sharp(original).metadata()).icc;
  expect(profile).toBeDefined();
  expect((await sharp(withoutMetadata(original)).metadata()).icc).toEqual(profile);
});

test('data after a picture, such as a motion photo, is left out', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const original = Buffer.concat([await photo(format), Buffer.from('SecretXmp film')]);
    expect(secretsIn(withoutMetadata(original))).toEqual([]);
  }
});

test('a progressive JPEG with many scans is still the same picture', async () => {
  const original = await sharp(await photo('jpeg'))
    .keepMetadata()
    .jpeg({ progressive: true })
    .toBuffer();
  const cleaned = withoutMetadata(original);
  expect(await pixelsOf(cleaned)).toEqual(await pixelsOf(original));
  expect(secretsIn(cleaned)).toEqual([]);
});

test('of a damaged JPEG the metadata is overwritten in place', async () => {
  const original = await photo('jpeg');
  const cut = original.subarray(0, original.length - 20);
  expect(secretsIn(cut)).not.toEqual([]);
  expect(secretsIn(withoutMetadata(cut))).toEqual([]);
});

test.for(formats)('no damage of a %s makes it fail', async (format) => {
  const picture = await photo(format);
  for (let at = 0; at < picture.length; at += 3) {
    const damaged = Buffer.from(picture);
    damaged.subarray(at, at + (at % 17)).fill(at % 256);
    expect(() => withoutMetadata(damaged)).not.toThrow();
    expect(() => withoutMetadata(picture.subarray(0, at))).not.toThrow();
  }
});

test.for([
  ['a/IMG_1.JPG', true],
  ['a.jpeg', true],
  ['a.heic', true],
  ['a.svg', false],
  ['a.gif', false],
  ['jpg', false],
] as const)('whether %s may hold metadata: %s', ([path, expected]) => {
  expect(isPhoto(path)).toBe(expected);
});
