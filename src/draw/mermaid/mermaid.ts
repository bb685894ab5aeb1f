import type { Mermaid, MermaidConfig } from 'mermaid';
import { fontFamily } from '../../garden/render/diagram/font-family.ts';
import { type Theme, themeVariables } from '../../garden/render/diagram/palette.ts';
import { quickenConfig } from './quick-config.ts';
import { seededRandom } from './seeded-random.ts';

/** Diagram types that name fonts of their own, with the parts that they name them for. */
const c4Parts = [
  'person',
  'system',
  'system_db',
  'system_queue',
  'container',
  'container_db',
  'container_queue',
  'component',
  'component_db',
  'component_queue',
].flatMap((part) => [part, `external_${part}`]);

const ownFonts = {
  sequence: {
    actorFontFamily: fontFamily,
    noteFontFamily: fontFamily,
    messageFontFamily: fontFamily,
  },
  journey: { taskFontFamily: fontFamily, titleFontFamily: fontFamily },
  timeline: { taskFontFamily: fontFamily },
  usecase: { actorFontFamily: fontFamily, usecaseFontFamily: fontFamily },
  c4: Object.fromEntries(
    [...c4Parts, 'boundary', 'message'].map((part) => [`${part}FontFamily`, fontFamily]),
  ),
};

/** What decides how mermaid draws, apart from colours. Part of the key under which drawings are kept. */
export const mermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  theme: 'base',
  fontFamily,
  handDrawnSeed: 1,
  deterministicIds: true,
  deterministicIDSeed: 'garden',
  logLevel: 5,
  maxEdges: 2000,
  ...ownFonts,
  maxTextSize: 200_000,
  // The garden owns these: a diagram's own front matter must not undo both themes or the measuring.
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'maxTextSize',
    'maxEdges',
    'suppressErrorRendering',
    'deterministicIds',
    'deterministicIDSeed',
    'handDrawnSeed',
    'theme',
    'themeVariables',
    'themeCSS',
    'darkMode',
    'fontFamily',
    'altFontFamily',
    'htmlLabels',
    'logLevel',
  ],
} as const satisfies MermaidConfig;

/** What mermaid knows of a diagram after parsing. */
export type MermaidDiagram = Awaited<ReturnType<Mermaid['mermaidAPI']['getDiagramFromText']>>;

export interface MermaidDrawer {
  /** SVG text as mermaid gives it. Throws mermaid's own errors. */
  draw(source: string, theme: Theme, id: string): Promise<string>;
  parse(source: string): Promise<MermaidDiagram>;
}

/** Loads mermaid; the browser it needs must be installed before. */
export async function loadMermaid(): Promise<MermaidDrawer> {
  quickenConfig();
  const { default: mermaid } = await import('mermaid');
  return {
    async draw(source, theme, id) {
      const variables = { ...themeVariables(theme), darkMode: theme === 'dark' };
      mermaid.initialize({
        ...structuredClone(mermaidConfig),
        secure: [...mermaidConfig.secure],
        darkMode: theme === 'dark',
        themeVariables: variables,
      });
      // Mermaid's force-directed layouts draw from it, so that they come out the same.
      Math.random = seededRandom(1);
      const { svg } = await mermaid.render(id, source);
      return svg;
    },
    parse: (source) => mermaid.mermaidAPI.getDiagramFromText(source),
  };
}
