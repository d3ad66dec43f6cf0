/** A heading, what it means, and the numbered steps of a person. */
export const section = (
  heading: string,
  what: string,
  ...steps: readonly string[]
): readonly string[] => [
  `## ${heading}`,
  '',
  what,
  '',
  ...steps.map((step, index) => `${index + 1}. ${step}`),
  '',
];
