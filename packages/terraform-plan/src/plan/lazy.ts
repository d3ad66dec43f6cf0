/** An object whose members are worked out when first asked for, each once. */
export const lazily = <Member>(
  names: readonly string[],
  member: (name: string) => Member,
): { readonly [name: string]: Member } =>
  Object.defineProperties(
    {},
    Object.fromEntries(names.map((name) => [name, { enumerable: true, get: once(name, member) }])),
  );

/** Works a thing out once; a thing that needs itself fails instead of running for ever. */
const once = <Member>(name: string, work: (name: string) => Member): (() => Member) => {
  let state: 'new' | 'working' | 'done' | 'failed' = 'new';
  let found: Member;
  let failure: unknown;
  return () => {
    if (state === 'working') throw new Error(`${name} depends on itself`);
    if (state === 'new') {
      state = 'working';
      try {
        found = work(name);
        state = 'done';
      } catch (error) {
        failure = error;
        state = 'failed';
      }
    }
    if (state === 'failed') throw failure;
    return found;
  };
};
