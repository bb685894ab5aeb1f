/** Columns of a 2×3 matrix as SVG writes them: a b c d e f. */
export type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix of a `transform` attribute. */
export function parseTransform(text: string): Matrix {
  let matrix = identity;
  for (const [, name = '', list = ''] of text.matchAll(/(\w+)\(([^)]*)\)/gu)) {
    const numbers = list
      .split(/[\s,]+/u)
      .filter(Boolean)
      .map(Number.parseFloat);
    matrix = multiply(matrix, matrixOf(name, numbers));
  }
  return matrix;
}

/** Where a matrix moves a point. */
export function transformPoint(
  [a, b, c, d, e, f]: Matrix,
  [x, y]: readonly [number, number],
): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function matrixOf(name: string, [p = 0, q, r, s = 0, t = 0, u = 0]: readonly number[]): Matrix {
  if (name === 'translate') return [1, 0, 0, 1, p, q ?? 0];
  if (name === 'scale') return [p, 0, 0, q ?? p, 0, 0];
  if (name === 'matrix') return [p, q ?? 0, r ?? 0, s, t, u];
  if (name === 'rotate') return rotation(p, q ?? 0, r ?? 0);
  return identity;
}

function rotation(degrees: number, x: number, y: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = multiply([1, 0, 0, 1, x, y], [cos, sin, -sin, cos, 0, 0]);
  return multiply(turned, [1, 0, 0, 1, -x, -y]);
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
