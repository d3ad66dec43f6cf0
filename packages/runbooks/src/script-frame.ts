import type { Runbook } from './runbook.ts';
import { quoted } from './shell.ts';

/** What every script begins with: its options, its log, and the functions that its steps call. */
export const frame = (runbook: Runbook): string =>
  [options(runbook), environment(runbook), tools, confirmation(runbook)].join('\n\n');

const options = ({ cluster, loss }: Runbook): string => `\
usage() {
  cat <<'TEXT'
usage: sh docs/runbooks/${cluster.region.id}/${loss}.sh --incident NAME [--dry-run] [--yes]
  --incident NAME  names the log file, NAME.log; use the same name to continue an interrupted run
  --dry-run        prints each step; changes nothing and asks no confirmation
  --yes            does not ask for confirmation
TEXT
}

incident='' dry=no sure=no
while [ $# -gt 0 ]; do
  case $1 in
    --incident) incident=\${2:-}; [ $# -lt 2 ] || shift ;;
    --dry-run) dry=yes ;;
    --yes) sure=yes ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
case $incident in
  '' | *[!A-Za-z0-9-]*)
    echo '--incident must be a name of letters, digits and dashes' >&2
    usage >&2
    exit 2
    ;;
esac
log=$incident.log
[ "$dry" = no ] || log=/dev/null
pause=\${RUNBOOK_PAUSE:-10}`;

const environment = ({ cluster }: Runbook): string => `\
# Every command names its region; this is for commands that need a default; version 1 of the CLI does not read AWS_REGION.
export AWS_DEFAULT_REGION=${cluster.region.id} AWS_PAGER=

# A dry run calls nothing.
if [ "$dry" = yes ]; then
  aws() { printf '(from AWS)'; }
fi`;

const tools = `\
say() { printf '%s  %s\\n' "$(date -u +%H:%M:%SZ)" "$*" | tee -a "$log"; }
die() { say "STOPPED: $*"; exit 1; }
answers() { curl --fail --silent --show-error --max-time 10 --output /dev/null "$1" 2>>"$log"; }

run() {
  say "+ $*"
  [ "$dry" = yes ] || "$@" >>"$log" 2>&1 || die "the command failed; its output is in $log"
}

# Seconds, condition: waits until the condition is true; the seconds count from the beginning of the stage.
await() {
  if [ "$dry" = yes ]; then
    say "  until $2, at most $1 s"
    return
  fi
  until "$2" 2>>"$log"; do
    [ "$(date +%s)" -lt "$((since + $1))" ] || die "after $1 s this was still not true: $2"
    sleep "$pause"
  done
  say "  $2"
}`;

const confirmation = ({ cluster }: Runbook): string => `\
confirm() {
  [ "$sure" = no ] || return 0
  printf 'Type %s to continue: ' ${quoted(cluster.region.id)}
  read -r reply
  [ "$reply" = ${quoted(cluster.region.id)} ] || die 'not confirmed; nothing was changed'
}`;
