/**
 * All settings of `garden.yaml`: the one source of their checks, defaults, the schema for editors and
 * the table in the guide. `description` says what a setting does, `values` what may be written.
 */
import { z } from 'zod';
import { movedSettings } from './moved-schema.ts';
import { related, searchTextsPerFile } from './number-settings.ts';

declare module 'zod' {
  interface GlobalMeta {
    /** What may be written, as a part of the sentence “title is …”. */
    values?: string;
  }
}

const text = (description: string) => z.string().meta({ description, values: 'a text' });
const flag = (description: string) => z.boolean().meta({ description, values: 'true or false' });
const list = (description: string, values = 'a list of texts') =>
  z.array(z.string().meta({ values: 'a text' })).meta({ description, values });

const colour = z
  .string()
  .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/iu)
  .meta({ values: "a colour such as `'#9a3412'`" });
const colourForms = [colour, z.strictObject({ light: colour, dark: colour })] as const;
const colourValues = "a colour such as `'#9a3412'`, or one each as light and dark";
const colours = (description: string) =>
  z.union(colourForms).meta({ description, values: colourValues });

const safeCss = /^[^;{}<>\\@]+$/u;
const font = (description: string) =>
  z.string().regex(safeCss).meta({ description, values: 'a list of fonts as CSS writes it' });

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

const pattern = z
  .string()
  .regex(/^https?:\/\/.*\{path\}/u)
  .meta({ values: 'an address that holds {path}' });

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
  ignore: list(
    'Paths and patterns that are never published, besides private/, _drafts/, templates/ and the folders that Obsidian and Templater keep templates in; !templates/ takes one of these back.',
    'a list of patterns',
  ).default([]),
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
  plugins: z
    .strictObject({
      packages: list('Installed npm packages that are plugins.', 'a list of packages').default([]),
      trusted: list(
        'Plugins, by name, whose HTML stands as it is; that of all others is cleaned as HTML in notes is.',
        'a list of names',
      ).default([]),
    })
    .meta({ description: 'Plugins, besides those in .garden/plugins/.' })
    .prefault({}),
  moved: movedSettings,
  nav: z
    .strictObject({
      order: list('Folders and notes of the explorer that come first, in this order.').default([]),
      pinned: list('Notes at the top of the explorer.').default([]),
      hidden: list('Folders and notes that the explorer leaves out; they stay published.').default(
        [],
      ),
    })
    .meta({ description: 'The explorer. Folders and notes are written as paths: Systems/Kafka.' })
    .prefault({}),
  math: z
    .strictObject({
      macros: z
        .record(z.string().regex(/^\\(?:[a-zA-Z]+|.)$/u), z.string().meta({ values: 'a text' }))
        .meta({
          description: 'Own commands of formulas.',
          values: 'a map of commands such as \\R: \\mathbb{R}',
        })
        .default({}),
    })
    .meta({ description: 'Formulas.' })
    .prefault({}),
  searchTextsPerFile,
  copies: flag('Whether each note is served as Markdown, too, at its address with .md.').default(
    true,
  ),
  theme: z
    .strictObject({
      accent: colours('Colour of links and of what is chosen.').optional(),
      paper: z
        .union([z.literal('sepia').meta({ values: 'sepia' }), ...colourForms])
        .meta({
          description: 'Colour of the page; surfaces and lines follow it.',
          values: `sepia, ${colourValues}`,
        })
        .optional(),
      fonts: z
        .strictObject({
          text: font('Fonts of the text.').optional(),
          mono: font('Fonts of code.').optional(),
        })
        .meta({ description: 'Fonts that readers have, or that theme.css brings.' })
        .prefault({}),
      column: z
        .string()
        .regex(/^\d+(?:\.\d+)?(?:rem|em|ch|px)$/u)
        .meta({ description: 'Width of the text.', values: 'a width such as 40rem' })
        .optional(),
    })
    .meta({ description: 'The look; .garden/theme.css may say more.' })
    .prefault({}),
  edit: z
    .strictObject({
      note: pattern.meta({ description: 'Address of “Edit this note”.' }).optional(),
      history: pattern.meta({ description: 'Address of “History”.' }).optional(),
    })
    .meta({
      description: 'Links to where a note is kept; {path} is its path below the notes folder.',
    })
    .prefault({}),
  socialImages: flag('Whether a picture of each page is drawn for sites that link to it.').default(
    true,
  ),
  thumbnails: flag(
    'Whether pages show smaller copies of pictures, made once, with the picture itself one click away.',
  ).default(true),
  keepPictureMetadata: flag(
    'Whether copied pictures keep what cameras write into them: place, time, device, author.',
  ).default(false),
  keepRemotePictures: flag(
    'Whether pictures of other hosts in notes are fetched once, while the site is built, and served with it.',
  ).default(false),
  related,
  showHistory: flag(
    'Whether a note’s page lists the days of its git history, also before it was published, with the words that came and went.',
  ).default(false),
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
