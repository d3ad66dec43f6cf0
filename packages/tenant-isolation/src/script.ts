import { loginsOf, type Tenancy } from '@bizflow/config/tenancy';
import { migrationName } from './ledger.ts';

/**
 * What the Job runs: the SQL beside it as the owner of the tables, and then the password of each login, where
 * that is not in place already. A password is in no command line and in no statement: psql sends a SCRAM verifier.
 * The password of a login that someone uses is never changed.
 */
export const migrationScript = (tenancy: Tenancy): string => `#!/bin/sh
# Applies the SQL beside this file, then gives the logins of the application their passwords.
set -eu

# DATABASE_URL is postgresql://user:password@server
server=\${DATABASE_URL#*@}
credentials=\${DATABASE_URL#*://}
credentials=\${credentials%%@*}
owner=\${credentials%%:*}
owner_password=\${credentials#*:}

# Password, role, and arguments of psql. A command line shows in the list of processes; the environment does not.
client() {
  password=$1 role=$2
  shift 2
  PGPASSWORD=$password psql --no-psqlrc --no-password --quiet --set=ON_ERROR_STOP=1 \
    --dbname="postgresql://$role@$server" "$@"
}

# Role, the number that its password must have, and the password, which begins with its number.
login() {
  case $3 in
    "$2"-*) ;;
    *)
      echo "$1: the copy in this cluster is not password $2 yet. Apply Terraform, then wait for External Secrets" >&2
      exit 1
      ;;
  esac
  if client "$3" "$1" --command='SELECT' >/dev/null 2>&1; then
    echo "$1: password $2 is in place"
    return
  fi
  sessions=$(client "$owner_password" "$owner" --tuples-only --no-align \
    --command="SELECT count(*) FROM pg_stat_activity WHERE usename = '$1'")
  if [ "$sessions" != 0 ]; then
    echo "$1: $sessions sessions use its former password, so password $2 is not set. Restart the services first" >&2
    exit 1
  fi
  # Without a terminal psql reads the new password from here, twice, and sends only a SCRAM verifier.
  printf '%s\\n%s\\n' "$3" "$3" | client "$owner_password" "$owner" --command="\\password $1"
  client "$3" "$1" --command='SELECT' >/dev/null
  echo "$1: password $2 is set"
}

client "$owner_password" "$owner" --file="\${0%/*}/${migrationName}.sql"
${loginsOf(tenancy)
  .map(
    ({ role, numberVariable, passwordVariable }) =>
      `login ${role} "$${numberVariable}" "$${passwordVariable}"`,
  )
  .join('\n')}
`;
