#!/bin/sh
# Rendered by @bizflow/generator from packages/; change the facts there. sha256:de694154f6b90a4e8a6743aba5e6f6810c6baf2db44e97a64abda0dea6ad08c5
# bizflow-primary is lost.
# Run it from the root of this repository. Safe to run again: steps that are done are skipped. Needs the
# AWS CLI 1 or 2 with credentials of the account, curl, and kubectl, Helm or Terraform where a step calls it.
set -eu

usage() {
  cat <<'TEXT'
usage: sh docs/runbooks/ap-south-1/database.sh --incident NAME [--dry-run] [--yes]
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
export AWS_DEFAULT_REGION=ap-south-1 AWS_PAGER=

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
  printf 'Type %s to continue: ' ap-south-1
  read -r reply
  [ "$reply" = ap-south-1 ] || die 'not confirmed; nothing was changed'
}

instance_exists() {
  aws rds describe-db-instances --region ap-south-1 --db-instance-identifier "$1" >/dev/null 2>&1
}

aws_answers_for_ap_south_1() {
  aws sts get-caller-identity --region ap-south-1 >/dev/null
}

lost_bizflow_primary() {
  ! { case "$(aws rds describe-db-instances --region ap-south-1 --db-instance-identifier bizflow-primary --query 'DBInstances[0].DBInstanceStatus' --output text)" in storage-full) false ;; available | backing-up | configuring-* | maintenance | modifying | moving-to-vpc | renaming | resetting-master-credentials | storage-* | upgrading) true ;; *) false ;; esac; }
}

restored_or_in_place() {
  { [ "$(aws rds describe-db-instances --region ap-south-1 --db-instance-identifier bizflow-primary-restored --query 'DBInstances[0].DBInstanceStatus' --output text)" = available ]; } || { [ "$(aws rds describe-db-instances --region ap-south-1 --db-instance-identifier bizflow-primary --query 'DBInstances[0].DBInstanceStatus' --output text)" = available ]; }
}

name_is_free_or_taken_over() {
  ! { instance_exists bizflow-primary && instance_exists bizflow-primary-restored; }
}

available_bizflow_primary() {
  [ "$(aws rds describe-db-instances --region ap-south-1 --db-instance-identifier bizflow-primary --query 'DBInstances[0].DBInstanceStatus' --output text)" = available ]
}

notified() {
  grep -q 'Z  notified$' "$log" 2>/dev/null
}

say 'bizflow-primary is lost'
if [ "$dry" = no ]; then
  aws_answers_for_ap_south_1 2>>"$log" || die 'this machine cannot check the loss (aws_answers_for_ap_south_1 is false); nothing was changed'
  # A run that continues an incident does not look again: its own steps have begun to end the loss.
  if ! grep -q 'Z  the loss is confirmed$' "$log" 2>/dev/null; then
    # Checked twice, so that one lost packet does not start a failover.
    for before in 0 "$pause"; do
      sleep "$before"
      lost_bizflow_primary 2>>"$log" || die 'lost_bizflow_primary is false; nothing was changed'
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
  if instance_exists bizflow-primary-restored; then
    say 'a restore is already running'
  else
    run aws rds restore-db-instance-to-point-in-time \
      --region ap-south-1 \
      --source-dbi-resource-id "$(aws rds describe-db-instance-automated-backups --region ap-south-1 --db-instance-identifier bizflow-primary --query 'DBInstanceAutomatedBackups[0].DbiResourceId' --output text)" \
      --target-db-instance-identifier bizflow-primary-restored \
      --use-latest-restorable-time \
      --db-instance-class db.r6g.2xlarge \
      --db-subnet-group-name bizflow-production-ap-south-1 \
      --vpc-security-group-ids "$(aws ec2 describe-security-groups --region ap-south-1 --filters Name=group-name,Values=bizflow-production-ap-south-1-database --query 'SecurityGroups[0].GroupId' --output text)" \
      --db-parameter-group-name "$(aws rds describe-db-parameter-groups --region ap-south-1 --query 'DBParameterGroups[?starts_with(DBParameterGroupName, '\''bizflow-production-ap-south-1-'\'')].DBParameterGroupName | [0]' --output text)" \
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
  if instance_exists bizflow-primary; then
    run aws rds modify-db-instance \
      --region ap-south-1 \
      --db-instance-identifier bizflow-primary \
      --new-db-instance-identifier bizflow-primary-lost \
      --apply-immediately
  fi
fi
await 900 name_is_free_or_taken_over

since=$(date +%s)
say '3. Rename the restored instance to the name of the lost one'
if [ "$dry" = no ] && available_bizflow_primary 2>>"$log"; then
  say '  already done'
else
  run aws rds modify-db-instance \
      --region ap-south-1 \
      --db-instance-identifier bizflow-primary-restored \
      --new-db-instance-identifier bizflow-primary \
      --apply-immediately
fi
await 1800 available_bizflow_primary

since=$(date +%s)
say '4. Notify stakeholders'
if [ "$dry" = no ] && notified 2>>"$log"; then
  say '  already done'
else
  run aws sns publish \
    --region ap-south-1 \
    --topic-arn arn:aws:sns:ap-south-1:111122223333:dr-notifications \
    --subject "$incident" \
    --message-structure json \
    --message '{"default":"bizflow-primary is back.","https":"{\"version\":\"1.0\",\"source\":\"custom\",\"content\":{\"description\":\"bizflow-primary is back.\"}}"}'
  say 'notified'
  say "$(aws sns get-topic-attributes --region ap-south-1 --topic-arn arn:aws:sns:ap-south-1:111122223333:dr-notifications --query Attributes.SubscriptionsConfirmed --output text)"' subscriptions were told; with 0, tell people yourself'
fi
await 30 notified

say 'recovered'
