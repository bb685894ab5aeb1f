/** Ids that mermaid numbers through all diagrams of a process, as prefix and number. */
const counted = /\b(actor-man-[a-z]+|actor|root-|classId-[\w-]*?-|entity-[\w-]*?-)(\d+)\b/gu;

/** Numbers such ids anew within one drawing, so that it does not depend on what was drawn before. */
export function stableIds(svg: string): string {
  const numbers = new Map<string, number>();
  return svg.replace(counted, (id: string, prefix: string) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return prefix + number;
  });
}
