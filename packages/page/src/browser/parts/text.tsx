import { visible } from './visible.ts';

/** A text that comes from facts or files: its direction and its length change nothing around it. */
export const Text = ({ children }: { readonly children: string }) => (
  <bdi class="text">{visible(children)}</bdi>
);

/** The same in the letters of code. */
export const Code = ({ children }: { readonly children: string }) => (
  <code>
    <Text>{children}</Text>
  </code>
);
