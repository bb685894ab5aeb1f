/** Where the fonts are that text is measured with. */
import { fileURLToPath } from 'node:url';

/** The font that pages are served with, in its files: its default weight is regular. */
export const regularFontPaths = ['inter-text', 'inter-marks', 'inter-accents', 'inter-signs'].map(
  (name) => {
    return fileURLToPath(new URL(`../../../../public/fonts/${name}.woff2`, import.meta.url));
  },
);
