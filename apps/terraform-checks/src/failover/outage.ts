/** Has moto refuse what is signed for these regions, as when they are lost, and answer for all others again. */
export async function lose(endpoint: string, regions: readonly string[]): Promise<void> {
  const { ok } = await fetch(`${endpoint}/bizflow/lost`, {
    method: 'POST',
    body: regions.join(' '),
  });
  if (!ok) throw new Error(`${endpoint} knows no outage`);
}
