#!/bin/sh
# Rendered by @bizflow/generator from packages/; change the facts there. sha256:cf41794b841615fd5e12e2bda8d643c2ac27b93dd1a8820a59f48c2325b02d66
# UK (eu-west-2) is lost; its tenants see a static page until it returns.
# Run it from the root of this repository. Safe to run again: steps that are done are skipped. Needs the
# AWS CLI 1 or 2 with credentials of the account, curl, and kubectl, Helm or Terraform where a step calls it.
set -eu

usage() {
  cat <<'TEXT'
usage: sh docs/runbooks/eu-west-2/region.sh --incident NAME [--dry-run] [--yes]
  --incident NAME  names the log file, NAME.log; use the same name to continue an interrupted run
  --dry-run        prints each step; changes nothing and asks no confirmation
  --yes            does not ask for confirmation
TEXT
}

incident='' dry=no sure=no
while [ $# -gt 0 ]; do
  case $1 in
    --incident) incident=${2:-}; [ $# -lt 2 ] || shift ;;
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
pause=${RUNBOOK_PAUSE:-10}

# Every command names its region; this is for commands that need a default; version 1 of the CLI does not read AWS_REGION.
export AWS_DEFAULT_REGION=eu-west-2 AWS_PAGER=

# A dry run calls nothing.
if [ "$dry" = yes ]; then
  aws() { printf '(from AWS)'; }
fi

say() { printf '%s  %s\n' "$(date -u +%H:%M:%SZ)" "$*" | tee -a "$log"; }
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
}

confirm() {
  [ "$sure" = no ] || return 0
  printf 'Type %s to continue: ' eu-west-2
  read -r reply
  [ "$reply" = eu-west-2 ] || die 'not confirmed; nothing was changed'
}

healthy_ap_south_1() {
  answers https://ap-south-1.alb.bizflow.app/health
}

lost_eu_west_2() {
  ! { case "$(aws rds describe-db-instances --region eu-west-2 --db-instance-identifier bizflow-writer-uk --query 'DBInstances[0].DBInstanceStatus' --output text)" in storage-full) false ;; available | backing-up | configuring-* | maintenance | modifying | moving-to-vpc | renaming | resetting-master-credentials | storage-* | upgrading) true ;; *) false ;; esac ||
    answers https://eu-west-2.alb.bizflow.app/health; }
}

healthy_api() {
  answers https://api.bizflow.app/health
}

notified() {
  grep -q 'Z  notified$' "$log" 2>/dev/null
}

say 'UK (eu-west-2) is lost; its tenants see a static page until it returns'
if [ "$dry" = no ]; then
  healthy_ap_south_1 2>>"$log" || die 'this machine cannot check the loss (healthy_ap_south_1 is false); nothing was changed'
  # A run that continues an incident does not look again: its own steps have begun to end the loss.
  if ! grep -q 'Z  the loss is confirmed$' "$log" 2>/dev/null; then
    # Checked twice, so that one lost packet does not start a failover.
    for before in 0 "$pause"; do
      sleep "$before"
      lost_eu_west_2 2>>"$log" || die 'lost_eu_west_2 is false; nothing was changed'
    done
  fi
  confirm
  say 'the loss is confirmed'
fi

since=$(date +%s)
say '1. Verify that api.bizflow.app still answers in other regions'
await 300 healthy_api

since=$(date +%s)
say '2. Notify stakeholders'
if [ "$dry" = no ] && notified 2>>"$log"; then
  say '  already done'
else
  run aws sns publish \
    --region ap-south-1 \
    --topic-arn arn:aws:sns:ap-south-1:111122223333:dr-notifications \
    --subject "$incident" \
    --message-structure json \
    --message '{"default":"eu-west-2 is lost; its tenants see the static page. No data has left it.","https":"{\"version\":\"1.0\",\"source\":\"custom\",\"content\":{\"description\":\"eu-west-2 is lost; its tenants see the static page. No data has left it.\"}}"}'
  say 'notified'
  say "$(aws sns get-topic-attributes --region ap-south-1 --topic-arn arn:aws:sns:ap-south-1:111122223333:dr-notifications --query Attributes.SubscriptionsConfirmed --output text)"' subscriptions were told; with 0, tell people yourself'
fi
await 30 notified

say 'recovered'
