/** Functions of expressions: what they are given, and what they give. */
import type { Surroundings } from './surroundings.ts';
import type { Value } from './value.ts';

/** `name(a, b)`; null for values that it has no result for. */
export type ValueFunction = (inputs: readonly Value[], around: Surroundings) => Value;

/** `of.name(a, b)` in bases. */
export type Method<Of = Value> = (of: Of, inputs: readonly Value[], around: Surroundings) => Value;
