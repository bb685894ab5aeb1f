/** The data of an Excalidraw note: JSON, or JSON that LZ-String compressed. */

import lzString from 'lz-string';
import { ownValue } from '../../../own-value.ts';

/** What of an element is drawn. Numbers are CSS pixels, angles radians. */
export interface SceneElement {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
  readonly opacity: number;
  readonly stroke: string;
  readonly fill: string;
  readonly strokeWidth: number;
  readonly strokeStyle: string;
  readonly isRound: boolean;
  readonly points: readonly (readonly [number, number])[];
  readonly heads: { readonly start: string; readonly end: string };
  readonly text: string;
  readonly fontSize: number;
  readonly fontFamily: number;
  readonly align: string;
  readonly file: string;
  readonly link: string;
}

export interface Scene {
  readonly elements: readonly SceneElement[];
  /** Pictures in the drawing: addresses, or paths in the vault, by id. */
  readonly files: ReadonlyMap<string, string>;
}

/** More are no drawing that a page can show. */
const maxElements = 5000;

/** The scene in a note's source; null where there is none, or it cannot be read. */
export function readScene(source: string): Scene | null {
  const [, kind, data = ''] =
    /^```(compressed-json|json)[ \t]*\n([\s\S]*?)\n```/mu.exec(source) ?? [];
  const scene = kind === undefined ? null : parse(kind === 'json' ? data : decompressed(data));
  const elements = scene?.['elements'];
  if (!scene || !Array.isArray(elements) || elements.length > maxElements) return null;
  const drawn = elements.map(mapOf).filter((each) => each['isDeleted'] !== true);
  return { elements: drawn.map(elementOf), files: filesOf(scene['files'], source) };
}

function decompressed(data: string): string {
  return lzString.decompressFromBase64(data.replace(/\s/gu, '')) ?? '';
}

type JsonMap = Readonly<Record<string, unknown>>;

function mapOf(value: unknown): JsonMap {
  return typeof value === 'object' && value !== null ? (value as JsonMap) : {};
}

function parse(text: string): JsonMap | null {
  try {
    return mapOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function elementOf(json: JsonMap): SceneElement {
  const number = (key: string, other: number): number => {
    const value = ownValue(json, key);
    return typeof value === 'number' && Number.isFinite(value) ? value : other;
  };
  const text = (key: string): string => {
    const value = ownValue(json, key);
    return typeof value === 'string' ? value : '';
  };
  const points: unknown[] = Array.isArray(json['points']) ? json['points'] : [];
  return {
    type: text('type'),
    x: number('x', 0),
    y: number('y', 0),
    width: number('width', 0),
    height: number('height', 0),
    angle: number('angle', 0),
    opacity: number('opacity', 100) / 100,
    stroke: colour(text('strokeColor'), '#1e1e1e'),
    fill: colour(text('backgroundColor'), 'none'),
    strokeWidth: number('strokeWidth', 1),
    strokeStyle: text('strokeStyle'),
    isRound: json['roundness'] !== null && json['roundness'] !== undefined,
    points: points.filter(isPoint),
    heads: { start: text('startArrowhead'), end: text('endArrowhead') },
    text: text('text') || text('name'),
    fontSize: number('fontSize', 20),
    fontFamily: number('fontFamily', 1),
    align: text('textAlign'),
    file: text('fileId'),
    link: text('link'),
  };
}

function isPoint(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.slice(0, 2).every((part) => Number.isFinite(part));
}

function colour(written: string, other: string): string {
  if (written === 'transparent') return 'none';
  return /^(?:#[\da-f]{3,8}|[a-z]+)$/iu.test(written) ? written : other;
}

/** Pictures are data in the scene, or files that the note lists below “Embedded Files”. */
function filesOf(files: unknown, source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [id, file] of Object.entries(mapOf(files))) {
    const address = mapOf(file)['dataURL'];
    if (typeof address === 'string') found.set(id, address);
  }
  for (const [, id = '', name = ''] of source.matchAll(
    /^([0-9a-f]{20,}): \[\[([^\]|#]+)[^\]]*\]\]/gmu,
  )) {
    found.set(id, name.trim());
  }
  return found;
}
