/** The workflow that publishes a garden on GitHub Pages, with all that it uses pinned. Pure. */

/** The text of `.github/workflows/garden.yml`. `folder` is the notes folder in the repository, '' for its root. */
export function pagesWorkflow(version: string, folder: string): string {
  const inside = (path: string) => (folder === '' ? path : `${folder}/${path}`);
  const place = folder === '' ? '.' : folder;
  return `# Publishes the garden on GitHub Pages after every push.
name: Garden
on:
  push: { branches: [main, master] }
  workflow_dispatch:
permissions: { contents: read, pages: write, id-token: write }
concurrency: { group: garden, cancel-in-progress: true }
jobs:
  publish:
    runs-on: ubuntu-latest
    environment: github-pages
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with: { fetch-depth: 0, persist-credentials: false } # dates come from the history
      - uses: actions/setup-node@a0853c24544627f65ddf259abe73b1d18a591444 # v5.0.0
        with: { node-version: 24, package-manager-cache: false }
      - uses: actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0
        with:
          path: |
            ${inside('.garden/cache')}
            ${inside('.garden/records')}
          key: garden-\${{ github.sha }}
          restore-keys: garden-
      - uses: actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0
        id: pages
      # Packages that are plugins, where there are any.
      - run: for place in . .garden; do if [ -f "$place/package-lock.json" ]; then npm ci --prefix "$place"; fi; done
        working-directory: ${JSON.stringify(place)}
      # The version is pinned: change it here to upgrade.
      - run: npx --yes knowledge-garden@${version} build
        working-directory: ${JSON.stringify(place)}
        env: { GARDEN_BASE: '\${{ steps.pages.outputs.base_path }}/' } # where GitHub serves it
      - uses: actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0
        with: { path: ${JSON.stringify(inside('.garden/site'))} }
      - uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
`;
}
