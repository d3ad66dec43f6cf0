/** One spelling for one address: `2001:DB8:0::1` and `2001:db8::1` share a limit. */
export function sameAddress(address: string): string {
  const text = address.toLowerCase();
  if (!text.includes(':')) return text;
  const [head = '', rest] = text.split('::');
  const left = groups(head);
  const right = rest === undefined ? [] : groups(rest);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...(rest === undefined ? [] : zeros), ...right]
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

const groups = (text: string): readonly string[] => (text === '' ? [] : text.split(':'));
