// The schema that OASIS publishes, as the package of Microsoft's matchers ships it.
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { type Diagnostic, diagnosticKinds } from '../../garden/diagnostic.ts';
import { formatSarif } from './sarif.ts';

function faultsOf(log: unknown): unknown {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  validate(log);
  return validate.errors ?? [];
}

const codes = Object.keys(diagnosticKinds) as Diagnostic['code'][];
const all = codes.map((code, index): Diagnostic => {
  return {
    code,
    path: `dir/笔记 ${index}.md`,
    line: index + 1,
    column: 1,
    message: 'Wrong.',
    hint: '',
  };
});

test('the log of any diagnostics is what the schema asks for', () => {
  for (const diagnostics of [[], all]) {
    const log = JSON.parse(formatSarif(diagnostics, { prefix: 'notes/', version: '1.2.3' }));
    expect(faultsOf(log)).toEqual([]);
  }
});

test('the schema would find a fault', () => {
  expect(faultsOf({ version: '2.1.0', runs: [{}] })).not.toEqual([]);
});

test('a result names the rule, the file below the repository and the place', () => {
  const hint = 'Write the note.';
  const found: Diagnostic = {
    ...{ code: 'unresolved-link', path: 'A b.md', line: 3, column: 5, message: 'No note.', hint },
  };
  const log = JSON.parse(formatSarif([found], { prefix: 'notes/', version: '1.2.3' }));
  expect(log.runs[0].results).toEqual([
    {
      ruleId: 'unresolved-link',
      ruleIndex: 0,
      level: 'warning',
      message: { text: 'No note. Write the note.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'notes/A%20b.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 5 },
          },
        },
      ],
      partialFingerprints: { 'diagnostic/v1': expect.stringMatching(/^[0-9a-f]{40}$/) },
    },
  ]);
});
