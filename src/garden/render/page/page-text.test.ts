import { expect, test } from 'vitest';
import {
  gardenOf,
  heading,
  linkOf,
  noteLink,
  noteOf,
  paragraph,
  root,
  sourcesOf,
} from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';

function pageOf(...children: Parameters<typeof root>) {
  const links = [linkOf('Secret'), linkOf('Kafka')];
  const note = noteOf({ path: 'a.md', title: 'A', links });
  const targets = [{ kind: 'private' }, { kind: 'unresolved' }] as const;
  return renderNote(gardenOf([{ note, targets }]), 'a', sourcesOf({ 'a.md': root(...children) }))
    .page;
}

test('the search text is cut at headings and has code, tables and labels', () => {
  const page = pageOf(
    paragraph('First ', { type: 'strong', children: [{ type: 'text', value: 'li' }] }, 'ne.'),
    heading(2, 'Code', 'code'),
    { type: 'code', lang: 'js', value: 'let a = 1;\nlet b;' },
    {
      type: 'table',
      children: [
        {
          type: 'tableRow',
          children: [
            { type: 'tableCell', children: [{ type: 'text', value: 'x' }] },
            { type: 'tableCell', children: [{ type: 'text', value: 'y' }] },
          ],
        },
      ],
    },
    {
      type: 'blockquote',
      children: [heading(3, 'In a quote', 'q'), paragraph(noteLink(1, 'zoo'))],
    },
  );
  expect(page.search).toEqual([
    { fragment: '', heading: '', text: 'First line.' },
    { fragment: 'code', heading: 'Code', text: 'let a = 1;\nlet b;\nx\ny' },
    { fragment: 'q', heading: 'In a quote', text: 'zoo' },
  ]);
  expect(page.contents).toEqual([
    { fragment: 'code', depth: 2, text: 'Code' },
    { fragment: 'q', depth: 3, text: 'In a quote' },
  ]);
});

test('a private name is in no text; the contents show its placeholder', () => {
  const title = {
    ...heading(2, '', 'about-secret'),
    children: [{ type: 'text' as const, value: 'About ' }, noteLink(0, 'Secret')],
  };
  const page = pageOf(title, paragraph('So ', noteLink(0, 'Secret'), ' it is.'));
  expect(page.search).toEqual([{ fragment: 'about-secret', heading: 'About', text: 'So it is.' }]);
  expect(page.contents.map(({ text }) => text)).toEqual(['About unpublished note']);
  expect(page.description).toBe('So it is.');
});

test('footnotes are searched at their definitions, without their numbers', () => {
  const page = pageOf(paragraph('Word', { type: 'footnoteReference', identifier: '1' }), {
    type: 'footnoteDefinition',
    identifier: '1',
    children: [paragraph('More.')],
  });
  expect(page.search).toEqual([{ fragment: '', heading: '', text: 'Word\nMore.' }]);
});

test('the description is the first sentence of running text', () => {
  const quote = { type: 'blockquote' as const, children: [paragraph('Quoted.')] };
  expect(pageOf(heading(2, 'H', 'h'), quote, paragraph('One. Two.')).description).toBe('One.');
  expect(pageOf(paragraph('分布式系统。很难。')).description).toBe('分布式系统。');
  expect(pageOf(paragraph('v1.5 is out')).description).toBe('v1.5 is out');
  const long = pageOf(paragraph('word '.repeat(100))).description;
  expect(long).toMatch(/^(word )+word…$/);
  expect(long.length).toBeLessThanOrEqual(201);
  expect(pageOf().description).toBe('');
});

test('what stands for a picture that is missing is neither description nor search text', () => {
  const size = { width: null, height: null };
  const picture = { type: 'embed' as const, link: 1, alt: 'image', ...size, options: [] };
  const page = pageOf(paragraph(picture), paragraph('A log.'));
  expect(page.html).toContain('>image</span>');
  expect(page.description).toBe('A log.');
  expect(page.search).toEqual([{ fragment: '', heading: '', text: 'A log.' }]);
});

test('reading time counts words and Chinese characters', () => {
  expect(pageOf().minutes).toBe(1);
  expect(pageOf(paragraph('word '.repeat(660))).minutes).toBe(3);
  expect(pageOf(paragraph('字'.repeat(800), ' word'.repeat(440))).minutes).toBe(4);
});
