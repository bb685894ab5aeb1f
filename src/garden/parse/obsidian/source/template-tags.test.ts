import { expect, test } from 'vitest';
import { obsidianVault } from '../../../resolve/fixtures/notes.ts';
import { parseNote } from '../../parse-note.ts';

/** Line, column and hint of each tag that a note reports. */
function tags(source: string, path = 'a.md'): [number, number, string][] {
  const { note } = parseNote({ path, source }, obsidianVault({ root: '' }));
  return note.diagnostics
    .filter(({ code }) => code === 'template-tag')
    .map(({ line, column, hint }) => [line, column, hint]);
}

test.for<[string, string]>([
  // Jekyll
  ['{% highlight python linenos %}\nprint()\n{% endhighlight %}', 'Write a code block: ```python.'],
  ['[second]({% post_url 2024-06-02-second %})', 'Write [[2024-06-02-second|second]].'],
  ['[x]({% link notes/about.md %})', 'Write [[about|x]].'],
  ['{%- include nav.html -%}', 'Write what _includes/nav.html holds, or embed a note: ![[name]].'],
  ['{% raw %}\n{{ page.title }}\n{% endraw %}', 'Remove the tag and its end: nothing is run here.'],
  [
    '{% if a %}\nb\n{% else %}\nc\n{% endif %}',
    'Write in Markdown what it would show, or remove it.',
  ],
  ['{% own_tag a %}\nb\n{% endown_tag %}', 'Write in Markdown what it would show, or remove it.'],
  ['![a]({{ site.baseurl }}/a.png)', 'Remove it: the path behind it is enough.'],
  ['[a]({{ "/notes/a.html" | relative_url }})', 'Write /notes/a.html.'],
  ['By {{ page.author }}', 'Write the text that it would show, or remove it.'],
  ['<img src="{{ site.url }}/a.png">', 'Remove it: the path behind it is enough.'],
  // Hexo
  ['{% asset_img cat.png A big cat %}', 'Write ![A big cat](cat.png).'],
  ['{% asset_img left cat.png 100 50 "A cat" %}', 'Write ![A cat](cat.png).'],
  ['{% img /a/b.png %}', 'Write ![](/a/b.png).'],
  ["{% post_link second 'the second' %}", 'Write [[second|the second]].'],
  ['{% link Search https://a.example true %}', 'Write [Search](https://a.example).'],
  [
    '{% codeblock lang:js %}\nvar a = "{% if b %}";\n{% endcodeblock %}',
    'Write a code block: ```js.',
  ],
  [
    '{% blockquote Ada %}\nText\n{% endblockquote %}',
    'Write a quotation: > at the start of each line.',
  ],
  ['{% youtube abc123 %}', 'Write ![](https://www.youtube.com/watch?v=abc123).'],
  ['{% note warning %}\nText\n{% endnote %}', 'Write a callout: > [!note].'],
  // Hugo
  ['{{< figure src="/img/cat.png" title="A cat" >}}', 'Write ![A cat](/img/cat.png).'],
  ['{{< figure\n  src="a b.png"\n>}}', 'Write ![](<a b.png>).'],
  ['[b]({{< ref "posts/second.md#part" >}})', 'Write [[second#part|b]].'],
  ['[b]({{%relref "second"%}})', 'Write [[second|b]].'],
  ['{{% notice tip %}}\nText\n{{% /notice %}}', 'Write a callout: > [!note].'],
  ['{{< my/own-code a=1 />}}', 'Write in Markdown what it would show, or remove it.'],
])('%s is reported with what to write', ([source, hint]) => {
  expect(tags(`---\ntitle: A\n---\n\n${source}\n`).map(([, , written]) => written)).toEqual([hint]);
});

test('a tag is reported where it stands', () => {
  expect(tags('---\na: b\n---\nText\n\n%%x%% and {% youtube a %} {% youtube b %}\n')).toEqual([
    [6, 11, 'Write ![](https://www.youtube.com/watch?v=a).'],
    [6, 27, 'Write ![](https://www.youtube.com/watch?v=b).'],
  ]);
});

test.for([
  '```liquid\n{% if a %}{{ page.title }}{% endif %}\n```',
  '    {% raw %}\n    {{< figure >}}',
  '`{% raw %}` and `{{< figure src="a" >}}` and ``{{ site.url }}``',
  '$\\frac{{a}}{{b}}$ and $${{< figure >}}$$',
  '%%{% if a %}%%',
  '<!-- {% if a %} -->',
  '<code>{% if a %}</code> and <kbd>{{ site.url }}</kbd>',
  '<pre>\n{% if a %}\n</pre>',
  'Escaped: {{</* figure src="a" */>}}',
  '{{date}} {{title}} {{ user.name }} {{x|y}} {{cloze::c1}}',
  '{%s} {% unknown word %} 50% {a} {%} %}',
  'A set {{1, 2}, {3}} and {{ a < b }}',
  '---\ndescription: "{{ site.url }}"\n---\n',
])('%s is no tag', (source) => {
  expect(tags(source)).toEqual([]);
});

test('MDX, where brackets hold code, is not looked through', () => {
  expect(tags('{{ page.title }}', 'a.mdx')).toEqual([]);
});

test('thousands of openings take no time', () => {
  expect(
    tags(`${'{% a '.repeat(20_000)}\n${'{{< '.repeat(20_000)}\n${'{{ a '.repeat(20_000)}`),
  ).toEqual([]);
});
