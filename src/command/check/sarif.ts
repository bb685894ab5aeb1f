/** Diagnostics in SARIF 2.1.0 (OASIS, 2020), which code hosts and editors read. Pure. */
import {
  type Diagnostic,
  diagnosticKinds,
  type Severity,
  severityOf,
} from '../../garden/diagnostic.ts';
import { sha1Hex } from '../../garden/hash.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * The log of one run. `prefix` leads from the root of the repository to the notes: '' or 'notes/';
 * `version` is the garden's own.
 */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  { prefix, version }: { readonly prefix: string; readonly version: string },
): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const rules = codes.map((code) => ({
    id: code,
    shortDescription: { text: diagnosticKinds[code].meaning },
    defaultConfiguration: { level: levels[diagnosticKinds[code].severity] },
  }));
  const results = diagnostics.map((each) => resultOf(each, prefix, codes.indexOf(each.code)));
  const driver = { name: 'knowledge-garden', semanticVersion: version, rules };
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    // Columns of diagnostics are what SARIF calls UTF-16 code units.
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  });
}

function resultOf(diagnostic: Diagnostic, prefix: string, ruleIndex: number) {
  const { code, path, line, column, message, hint } = diagnostic;
  const uri = `${prefix}${path}`.split('/').map(encodeURIComponent).join('/');
  const artifactLocation = { uri, uriBaseId: '%SRCROOT%' };
  const region = { startLine: line, startColumn: column };
  return {
    ...{ ruleId: code, ruleIndex, level: levels[severityOf(diagnostic)] },
    message: { text: hint === '' ? message : `${message} ${hint}` },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    // A host recognises a diagnostic although lines were added above it.
    partialFingerprints: { 'diagnostic/v1': sha1Hex([code, path, message].join('\n')) },
  };
}
