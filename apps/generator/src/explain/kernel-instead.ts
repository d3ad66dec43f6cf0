/** Memos and frozen values of the kernel, for a program that is given its facts. */
export const kernelInstead: Readonly<Record<string, string>> = {
  'packages/kernel/src/once.ts': `
    export const once = onceOf;
    export const onceForBoth = (of) => {
      const ofOne = once((one) => once((other) => of(one, other)));
      return (one, other) => ofOne(one)(other);
    };
    export const onceForText = (of) => of;`,
  // To freeze a value reads all of it.
  'packages/kernel/src/freeze.ts': 'export const freeze = (value) => value;',
};
