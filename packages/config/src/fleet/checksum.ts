/** A short fingerprint of named texts, equal for equal content in any order (FNV-1a, 32 bit). */
export function checksum(texts: Readonly<Record<string, string>>): string {
  let hash = 0x811c9dc5;
  const content = JSON.stringify(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
  for (let index = 0; index < content.length; index += 1) {
    hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
