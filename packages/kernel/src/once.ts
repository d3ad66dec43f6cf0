/**
 * A pure function of one object that is worked out once for each: many renderers ask the same of a
 * cluster. What it gives is kept as long as the object, and frozen, because all of them share it.
 */
export function once<Of extends object, T>(of: (object: Of) => T): (object: Of) => T {
  const known = new WeakMap<Of, T>();
  return (object) => {
    const before = known.get(object);
    if (before !== undefined) return before;
    const found = Object.freeze(of(object));
    known.set(object, found);
    return found;
  };
}

/** The same of two objects, such as a service in a cluster. */
export function onceForBoth<One extends object, Other extends object, T>(
  of: (one: One, other: Other) => T,
): (one: One, other: Other) => T {
  const ofOne = once((one: One) => once((other: Other) => of(one, other)));
  return (one, other) => ofOne(one)(other);
}

/** How many texts {@link onceForText} knows before it forgets them all: what is asked may have no end. */
const mostTexts = 10_000;

/** The same of a text, such as a CIDR block that thousands of packets are compared with. */
export function onceForText<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly found: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.found;
    if (known.size >= mostTexts) known.clear();
    const found = Object.freeze(of(text));
    known.set(text, { found });
    return found;
  };
}
