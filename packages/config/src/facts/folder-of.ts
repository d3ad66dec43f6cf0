/** Where the facts of a path are written: a subject has a folder of its name. */
export const folderOf = (at: string): string => {
  const [subject = ''] = at.split(/[.[]/);
  if (/^(catalog|sheets|exceptions|writtenExceptions|moves)\b(?!\.stages)/.test(at))
    return 'packages/region-catalog/src/';
  const name = subject.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `packages/config/src/${folders[name] ?? name}/`;
};

/** Members of the fleet whose folder has another name. */
const folders: Readonly<Record<string, string>> = {
  'application-limits': 'platform',
  'failed-over': 'failover',
  'former-values': 'clusters',
  foundations: 'foundation',
  'global-layers': 'foundation',
  promotions: 'release',
  'recovery-tiers': 'recovery',
  'scan-policy': 'images',
  tenants: 'tenancy',
};
