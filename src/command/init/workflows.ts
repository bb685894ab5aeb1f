/** The workflows of a garden on GitHub, with all that they use pinned. Pure. */

/** Steps before the garden's own: the whole history, Node, and what earlier runs kept. */
function firstSteps(inside: (path: string) => string, place: string): string {
  return `      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
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
      # Packages that are plugins, where there are any.
      - run: for place in . .garden; do if [ -f "$place/package-lock.json" ]; then npm ci --prefix "$place"; fi; done
        working-directory: ${JSON.stringify(place)}
`;
}

/** Paths and names in the repository of a notes folder, '' for its root. */
function placesOf(folder: string) {
  const inside = (path: string) => (folder === '' ? path : `${folder}/${path}`);
  return { inside, place: folder === '' ? '.' : folder };
}

/**
 * The text of `.github/workflows/garden.yml`, which publishes on GitHub Pages. `folder` is the notes folder
 * in the repository, '' for its root.
 */
export function pagesWorkflow(version: string, folder: string): string {
  const { inside, place } = placesOf(folder);
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
${firstSteps(inside, place)}      - uses: actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0
        id: pages
      # The version is pinned: change it here to upgrade.
      - run: npx --yes knowledge-garden@${version} build
        working-directory: ${JSON.stringify(place)}
        env: { GARDEN_BASE: '\${{ steps.pages.outputs.base_path }}/' } # where GitHub serves it
      - uses: actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0
        with: { path: ${JSON.stringify(inside('.garden/site'))} }
      - uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
`;
}

/**
 * The text of `.github/workflows/garden-review.yml`: for a pull request, what it makes different as the
 * job's summary, annotations beside the lines, and the site as an artifact to look at.
 */
export function reviewWorkflow(version: string, folder: string): string {
  const { inside, place } = placesOf(folder);
  const garden = `npx --yes knowledge-garden@${version}`;
  return `# Says what a pull request makes different on the site, and keeps the site to look at.
name: Garden review
on: pull_request
permissions: { contents: read }
concurrency: { group: 'garden-review-\${{ github.ref }}', cancel-in-progress: true }
jobs:
  review:
    runs-on: ubuntu-latest
    defaults: { run: { working-directory: ${JSON.stringify(place)} } }
    steps:
${firstSteps(inside, place)}      # GitHub checks out the merge: its first parent is the branch that is merged into.
      - run: ${garden} diff HEAD^1 HEAD --format markdown >> "$GITHUB_STEP_SUMMARY"
      - run: ${garden} check --since HEAD^1 --format github --fail-on never
      - run: ${garden} build
        env: { GARDEN_BASE: / }
      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
        with: { name: site, path: ${JSON.stringify(inside('.garden/site'))}, include-hidden-files: true }
`;
}
