import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The project's folder, '/'-separated, as TypeScript names files. */
const root = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');

/** The files of the product: no tests, no fixtures, no tools of contributors. */
function isProduct({ fileName, isDeclarationFile }: ts.SourceFile): boolean {
  const inside = fileName.startsWith(`${root}src/`) || fileName.startsWith(`${root}scripts/`);
  const other = /node_modules|\.test\.ts$|\/fixtures\/|\/e2e\/|\/tools\/|\/own-value\.ts$/;
  return inside && !isDeclarationFile && !other.test(fileName);
}

/** Whether a key may be any word; `name-${n}` is none that objects inherit. */
function isAnyWord(key: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isTemplateExpression(key) && key.head.text !== '') return false;
  const type = checker.getTypeAtLocation(key);
  const types = type.isUnion() ? type.types : [type];
  return types.some(({ flags }) => (flags & (ts.TypeFlags.String | ts.TypeFlags.Any)) !== 0);
}

function lookups(file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const table = ts.isElementAccessExpression(node) && isAnyWord(node.argumentExpression, checker);
    const isIn = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword;
    if (table || (isIn && isAnyWord(node.left, checker))) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file.fileName.slice(root.length)}:${line + 1} ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test('no table is looked up by a word except through ownValue, Map or Object.hasOwn', () => {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(`${root}tsconfig.json`, {}, host);
  const roots = (config?.fileNames ?? []).filter((name) => !/\.test\.ts$|\/e2e\//.test(name));
  const program = ts.createProgram(roots, config?.options ?? {});
  const files = program.getSourceFiles().filter(isProduct);
  expect(files.length).toBeGreaterThan(400);
  expect(files.flatMap((file) => lookups(file, program.getTypeChecker()))).toEqual([]);
}, 120_000);
