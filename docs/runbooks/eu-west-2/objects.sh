#!/bin/sh
# Rendered by @bizflow/generator from packages/; change the facts there. sha256:4fe73c965bbd0520cbe39bcfc5b7d96baa3b496d5c4cf2068fcddca2f2755e25
# The objects of UK (eu-west-2) are lost.
# Run it from the root of this repository. Safe to run again: steps that are done are skipped. Needs the
# AWS CLI 1 or 2 with credentials of the account, curl, and kubectl, Helm or Terraform where a step calls it.
set -eu

usage() {
  cat <<'TEXT'
usage: sh docs/runbooks/eu-west-2/objects.sh --incident NAME [--dry-run] [--yes]
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

talk() {
  say "+ $*"
  [ "$dry" = yes ] || "$@" || die 'the command failed'
}

# Bucket: what has become of its newest restore job in this incident; nothing where there is none.
restore_status() {
  job=$(sed -n "s/.*restore job of $1: //p" "$log" | tail -n 1)
  [ -z "$job" ] ||
    aws backup describe-restore-job --region eu-west-2 --restore-job-id "$job" --query Status --output text
}

# Bucket: begins to restore it, unless a job of this incident is under way.
restore_bucket() {
  case $(restore_status "$1") in PENDING | RUNNING) return ;; esac
  point=$(aws backup list-recovery-points-by-resource --region eu-west-2 \
    --resource-arn "arn:aws:s3:::$1" --output text \
    --query "sort_by(RecoveryPoints[?Status=='COMPLETED' || Status=='AVAILABLE'], &CreationDate)[-1].RecoveryPointArn") || return 1
  [ "$point" != None ] || { echo "no recovery point of $1 is complete" >&2; return 1; }
  job=$(aws backup start-restore-job --region eu-west-2 \
    --recovery-point-arn "$point" \
    --iam-role-arn arn:aws:iam::111122223333:role/bizflow-production-eu-west-2-backup \
    --resource-type S3 \
    --metadata "DestinationBucketName=$1,NewBucket=false,EncryptionType=original" \
    --query RestoreJobId --output text) || return 1
  echo "restore job of $1: $job"
}

aws_answers_for_eu_west_2() {
  aws sts get-caller-identity --region eu-west-2 >/dev/null
}

lost_objects_eu_west_2() {
  ! { [ "$(aws s3api list-objects-v2 --region eu-west-2 --bucket bizflow-production-eu-west-2-data-111122223333 --max-keys 1 --query KeyCount --output text)" = 1 ]; }
}

buckets_exist() {
  aws s3api head-bucket --region eu-west-2 --bucket bizflow-production-eu-west-2-data-111122223333 >/dev/null
}

restored_bizflow_production_eu_west_2_data_111122223333() {
  [ "$(restore_status bizflow-production-eu-west-2-data-111122223333)" = COMPLETED ]
}

notified() {
  grep -q 'Z  notified$' "$log" 2>/dev/null
}

say 'The objects of UK (eu-west-2) are lost'
if [ "$dry" = no ]; then
  aws_answers_for_eu_west_2 2>>"$log" || die 'this machine cannot check the loss (aws_answers_for_eu_west_2 is false); nothing was changed'
  # A run that continues an incident does not look again: its own steps have begun to end the loss.
  if ! grep -q 'Z  the loss is confirmed$' "$log" 2>/dev/null; then
    # Checked twice, so that one lost packet does not start a failover.
    for before in 0 "$pause"; do
      sleep "$before"
      lost_objects_eu_west_2 2>>"$log" || die 'lost_objects_eu_west_2 is false; nothing was changed'
    done
  fi
  confirm
  say 'the loss is confirmed'
fi

since=$(date +%s)
say '1. Recreate module.s3 of production/eu-west-2 with Terraform'
if [ "$dry" = no ] && buckets_exist 2>>"$log"; then
  say '  already done'
else
  run terraform -chdir=terraform/environments/production/eu-west-2 init -input=false
  talk terraform -chdir=terraform/environments/production/eu-west-2 apply -target=module.s3
fi
await 3600 buckets_exist

since=$(date +%s)
say '2. Restore bizflow-production-eu-west-2-data-111122223333 from its newest recovery point'
if [ "$dry" = no ] && restored_bizflow_production_eu_west_2_data_111122223333 2>>"$log"; then
  say '  already done'
else
  run restore_bucket bizflow-production-eu-west-2-data-111122223333
fi
await 21600 restored_bizflow_production_eu_west_2_data_111122223333

since=$(date +%s)
say '3. Notify stakeholders'
if [ "$dry" = no ] && notified 2>>"$log"; then
  say '  already done'
else
  run aws sns publish \
    --region eu-west-2 \
    --topic-arn arn:aws:sns:eu-west-2:111122223333:dr-notifications \
    --subject "$incident" \
    --message-structure json \
    --message '{"default":"The objects of eu-west-2 are back, as of their newest recovery points.","https":"{\"version\":\"1.0\",\"source\":\"custom\",\"content\":{\"description\":\"The objects of eu-west-2 are back, as of their newest recovery points.\"}}"}'
  say 'notified'
  say "$(aws sns get-topic-attributes --region eu-west-2 --topic-arn arn:aws:sns:eu-west-2:111122223333:dr-notifications --query Attributes.SubscriptionsConfirmed --output text)"' subscriptions were told; with 0, tell people yourself'
fi
await 30 notified

say 'recovered'
