/** Serves the files of the garden (pictures, diagrams) in development; a build copies them. */
import { createReadStream, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { AstroIntegration } from 'astro';
import { lookup } from 'mrmime';
import { percentDecoded } from '../../garden/percent-decoding.ts';
import { recordFiles } from '../../garden/record-files.ts';

/** An Astro integration: `.garden/files/assets/a.png` is served at `/assets/a.png`. */
export function gardenFiles(): AstroIntegration {
  const folder = join(process.env['GARDEN_DIR'] ?? '.garden', recordFiles.files);
  return {
    name: 'garden-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const location = locate(folder, request.url ?? '/', server.config.base);
          if (location === null) return next();
          response.setHeader('content-type', lookup(location) ?? 'application/octet-stream');
          createReadStream(location).on('error', next).pipe(response);
        });
      },
    },
  };
}

/** The file at an address, or null: never one outside the folder. */
function locate(folder: string, url: string, base: string): string | null {
  // A wrongly encoded address is used as written: no request may stop the server.
  const path = percentDecoded(url.replace(/[?#].*$/, ''));
  const inside = path.startsWith(base) ? path.slice(base.length) : path.slice(1);
  const location = join(folder, normalize(`/${inside}`));
  return statSync(location, { throwIfNoEntry: false })?.isFile() ? location : null;
}
