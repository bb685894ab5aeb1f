/**
 * All settings of `garden.yaml`: the one source of their checks, defaults, the schema for editors and
 * the table in the guide. `description` says what a setting does, `values` what may be written.
 */
import { z } from 'zod';

declare module 'zod' {
  interface GlobalMeta {
    /** What may be written, as a part of the sentence “title is …”. */
    values?: string;
  }
}

const text = (description: string) => z.string().meta({ description, values: 'a text' });
const flag = (description: string) => z.boolean().meta({ description, values: 'true or false' });
const sources = z
  .array(
    z
      .string()
      .regex(/^[^\s;,]+$/u)
      .meta({ values: 'a source without blanks' }),
  )
  .meta({
    values: "a list of sources such as 'https://count.example'",
  });
const directives = ['script', 'style', 'img', 'font', 'connect', 'frame', 'media'] as const;
type Directive = (typeof directives)[number];

const address = z
  .string()
  .transform((written) => written.replace(/\/+$/u, ''))
  .refine((written) => written === '' || /^https?:\/\/[^/?#\s]+/u.test(written), {
    abort: true,
  })
  .refine((written) => /^(?:https?:\/\/[^/?#\s]*)?$/u.test(written), {
    error: 'url is the host alone: write the path behind it as base.',
  })
  .meta({
    description:
      'Where the site is served. Without it feeds name no host, and there are no canonical links, no sitemap and no pictures for other sites.',
    values: 'an address such as https://ada.example',
  });

export const settingsSchema = z.strictObject({
  title: text('What the garden is called.').min(1).default('Knowledge garden'),
  description: text(
    'What it is about, in a sentence: for search engines, feeds and the home page.',
  ).default(''),
  author: text('Who writes it: in the footer, in feeds and in metadata.').default(''),
  url: address.default(''),
  base: text('The path below which the site is served: /garden/ for a project site.').default('/'),
  lang: z
    .enum(['en', 'zh'])
    .meta({
      description:
        'The language of the site’s own words, and of notes that do not tell theirs. Readers may choose another for the words; a note never changes them.',
      values: 'en or zh',
    })
    .default('en'),
  publish: z
    .enum(['vault', 'all'])
    .meta({
      description:
        'vault: the switches of the vaults and notes decide; all: whatever neither a note nor its vault hides is published.',
      values: 'vault or all',
    })
    .default('vault'),
  home: text(
    'Name of the note that opens the site, before what the vaults open with and notes called Home.',
  ).default(''),
  collapsed: z
    .union([z.enum(['honour', 'open']), z.int().min(0)])
    .meta({
      description:
        'How collapsed blocks of outlines appear: as written, all open, or open down to a level.',
      values: 'honour, open or a number of levels',
    })
    .default(2),
  embedDepth: z
    .int()
    .min(0)
    .max(20)
    .meta({ description: 'How deep embeds may nest.', values: 'a whole number from 0 to 20' })
    .default(5),
  mdx: flag(
    'Whether MDX notes run as code while the site is built; otherwise they are shown as Markdown.',
  ).default(false),
  socialImages: flag('Whether a picture of each page is drawn for sites that link to it.').default(
    true,
  ),
  offline: flag('Whether browsers keep what was read, for reading without a network.').default(
    false,
  ),
  giscus: z
    .strictObject({
      repo: text('As giscus.app gives it.'),
      repoId: text('As giscus.app gives it.'),
      category: text('As giscus.app gives it.'),
      categoryId: text('As giscus.app gives it.'),
    })
    .meta({
      description: 'Comments below each note by giscus.app.',
      values: 'repo, repoId, category and categoryId',
    })
    .optional(),
  analytics: z
    .strictObject({
      src: z
        .url({ protocol: /^https?$/u })
        .meta({ description: 'Address of the script.', values: 'an address' }),
      attributes: z
        .record(z.string().regex(/^[a-z][\w-]*$/iu), z.string().meta({ values: 'a text' }))
        .meta({ description: 'Attributes that it wants.', values: 'a map of texts' })
        .default({}),
    })
    .meta({ description: 'A script that counts visits.', values: 'src and attributes' })
    .optional(),
  csp: z
    .strictObject(
      Object.fromEntries(
        directives.map((name) => [
          name,
          sources.meta({ description: `Further sources of ${name}-src.` }).optional(),
        ]),
      ) as Record<Directive, z.ZodOptional<typeof sources>>,
    )
    .meta({
      description:
        'Hosts that the pages may use besides their own: what head.html and footer.html ask for.',
    })
    .prefault({}),
});

/** The settings with their defaults filled in. */
export type SiteSettings = z.output<typeof settingsSchema>;
