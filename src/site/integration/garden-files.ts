/** Serves the garden's pictures and standalone diagrams in development, as a build copies them. */
import { createReadStream, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { AstroIntegration } from 'astro';

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
};

/** An Astro integration: `.garden/files/assets/a.png` answers for `/assets/a.png`. */
export function gardenFiles(): AstroIntegration {
  const folder = join(process.env['GARDEN_DIR'] ?? '.garden', 'files');
  return {
    name: 'garden-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const location = locate(folder, request.url ?? '/', server.config.base);
          if (location === null) return next();
          const ending = location.slice(location.lastIndexOf('.') + 1).toLowerCase();
          response.setHeader('content-type', types[ending] ?? 'application/octet-stream');
          createReadStream(location).pipe(response);
        });
      },
    },
  };
}

/** The file behind an address, or null: never one outside the folder. */
function locate(folder: string, url: string, base: string): string | null {
  const path = decoded(url.replace(/[?#].*$/, ''));
  const inside = path.startsWith(base) ? path.slice(base.length) : path.slice(1);
  const location = join(folder, normalize(`/${inside}`));
  return statSync(location, { throwIfNoEntry: false })?.isFile() ? location : null;
}

/** An address that is wrongly encoded is taken as it stands: nothing may stop the server. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
