/** What every object of the migration is called, and what its pods are selected by. */
export const migrationName = 'tenant-isolation';

/** The key of the SQL in its ConfigMap, and its file in the pod. */
export const sqlFile = `${migrationName}.sql`;

/** The key of the migration role's URL in its Secret, and the variable of it. */
export const urlVariable = 'DATABASE_URL';
