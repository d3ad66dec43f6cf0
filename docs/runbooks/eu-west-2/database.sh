#!/bin/sh
# Rendered by @bizflow/generator from packages/; change the facts there. sha256:a0e29ac861311e1f46c6eebf8d667afa2e372c299342112ad2164c6cf701c63c
# bizflow-writer-uk is lost.
# Run it from the root of this repository. Safe to run again: steps that are done are skipped. Needs the
# AWS CLI 1 or 2 with credentials of the account, curl, and kubectl, Helm or Terraform where a step calls it.
set -eu

usage() {
  cat <<'TEXT'
usage: sh docs/runbooks/eu-west-2/database.sh --incident NAME [--dry-run] [--yes]
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

instance_exists() {
  aws rds describe-db-instances --region eu-west-2 --db-instance-identifier "$1" >/dev/null 2>&1
}

aws_answers_for_eu_west_2() {
  aws sts get-caller-identity --region eu-west-2 >/dev/null
}

lost_bizflow_writer_uk() {
  ! { case "$(aws rds describe-db-instances --region eu-west-2 --db-instance-identifier bizflow-writer-uk --query 'DBInstances[0].DBInstanceStatus' --output text)" in storage-full) false ;; available | backing-up | configuring-* | maintenance | modifying | moving-to-vpc | renaming | resetting-master-credentials | storage-* | upgrading) true ;; *) false ;; esac; }
}

restored_or_in_place() {
  { [ "$(aws rds describe-db-instances --region eu-west-2 --db-instance-identifier bizflow-writer-uk-restored --query 'DBInstances[0].DBInstanceStatus' --output text)" = available ]; } || { [ "$(aws rds describe-db-instances --region eu-west-2 --db-instance-identifier bizflow-writer-uk --query 'DBInstances[0].DBInstanceStatus' --output text)" = available ]; }
}

name_is_free_or_taken_over() {
  ! { instance_exists bizflow-writer-uk && instance_exists bizflow-writer-uk-restored; }
}

available_bizflow_writer_uk() {
  [ "$(aws rds describe-db-instances --region eu-west-2 --db-instance-identifier bizflow-writer-uk --query 'DBInstances[0].DBInstanceStatus' --output text)" = available ]
}

notified() {
  grep -q 'Z  notified$' "$log" 2>/dev/null
}

say 'bizflow-writer-uk is lost'
if [ "$dry" = no ]; then
  aws_answers_for_eu_west_2 2>>"$log" || die 'this machine cannot check the loss (aws_answers_for_eu_west_2 is false); nothing was changed'
  # A run that continues an incident does not look again: its own steps have begun to end the loss.
  if ! grep -q 'Z  the loss is confirmed$' "$log" 2>/dev/null; then
    # Checked twice, so that one lost packet does not start a failover.
    for before in 0 "$pause"; do
      sleep "$before"
      lost_bizflow_writer_uk 2>>"$log" || die 'lost_bizflow_writer_uk is false; nothing was changed'
    done
  fi
  confirm
  say 'the loss is confirmed'
fi

since=$(date +%s)
say '1. Restore to the latest restorable time, as a second instance'
if [ "$dry" = no ] && restored_or_in_place 2>>"$log"; then
  say '  already done'
else
  if instance_exists bizflow-writer-uk-restored; then
    say 'a restore is already running'
  else
    run aws rds restore-db-instance-to-point-in-time \
      --region eu-west-2 \
      --source-dbi-resource-id "$(aws rds describe-db-instance-automated-backups --region eu-west-2 --db-instance-identifier bizflow-writer-uk --query 'DBInstanceAutomatedBackups[0].DbiResourceId' --output text)" \
      --target-db-instance-identifier bizflow-writer-uk-restored \
      --use-latest-restorable-time \
      --db-instance-class db.r6g.xlarge \
      --db-subnet-group-name bizflow-production-eu-west-2 \
      --vpc-security-group-ids "$(aws ec2 describe-security-groups --region eu-west-2 --filters Name=group-name,Values=bizflow-production-eu-west-2-database --query 'SecurityGroups[0].GroupId' --output text)" \
      --db-parameter-group-name "$(aws rds describe-db-parameter-groups --region eu-west-2 --query 'DBParameterGroups[?starts_with(DBParameterGroupName, '\''bizflow-production-eu-west-2-'\'')].DBParameterGroupName | [0]' --output text)" \
      --deletion-protection \
      --multi-az
  fi
fi
await 7200 restored_or_in_place

since=$(date +%s)
say '2. Move the lost instance aside, if it still exists'
if [ "$dry" = no ] && name_is_free_or_taken_over 2>>"$log"; then
  say '  already done'
else
  if instance_exists bizflow-writer-uk; then
    run aws rds modify-db-instance \
      --region eu-west-2 \
      --db-instance-identifier bizflow-writer-uk \
      --new-db-instance-identifier bizflow-writer-uk-lost \
      --apply-immediately
  fi
fi
await 900 name_is_free_or_taken_over

since=$(date +%s)
say '3. Rename the restored instance to the name of the lost one'
if [ "$dry" = no ] && available_bizflow_writer_uk 2>>"$log"; then
  say '  already done'
else
  run aws rds modify-db-instance \
      --region eu-west-2 \
      --db-instance-identifier bizflow-writer-uk-restored \
      --new-db-instance-identifier bizflow-writer-uk \
      --apply-immediately
fi
await 1800 available_bizflow_writer_uk

since=$(date +%s)
say '4. Notify stakeholders'
if [ "$dry" = no ] && notified 2>>"$log"; then
  say '  already done'
else
  run aws sns publish \
    --region eu-west-2 \
    --topic-arn arn:aws:sns:eu-west-2:111122223333:dr-notifications \
    --subject "$incident" \
    --message-structure json \
    --message '{"default":"bizflow-writer-uk is back.","https":"{\"version\":\"1.0\",\"source\":\"custom\",\"content\":{\"description\":\"bizflow-writer-uk is back.\"}}"}'
  say 'notified'
  say "$(aws sns get-topic-attributes --region eu-west-2 --topic-arn arn:aws:sns:eu-west-2:111122223333:dr-notifications --query Attributes.SubscriptionsConfirmed --output text)"' subscriptions were told; with 0, tell people yourself'
fi
await 30 notified

say 'recovered'
