/** What every object of the migration is called, and what its pods are selected by. */
export const migrationName = 'tenant-isolation';

/** The file that the pod runs, a key of the ConfigMap. */
export const scriptFile = `${migrationName}.sh`;

/** The key of the migration role's URL in its Secret, and the variable of it. */
export const urlVariable = 'DATABASE_URL';
