/**
 * A colour for each of any number of regions: hues as far apart as they can be, in the lightness that the style
 * sheet gives for light and for dark.
 */
export const colourOf = (index: number): string =>
  `oklch(var(--fill-l) var(--fill-c) ${((250 + index * 137.508) % 360).toFixed(1)})`;
