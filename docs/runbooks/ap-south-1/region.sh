#!/bin/sh
# Rendered by @bizflow/generator from packages/; change the facts there. sha256:b6fef94e7266af339eec02028d766d90af8678306c70c6ebcedd449d3f6faedb
# India (ap-south-1) is lost; Singapore (ap-southeast-1) takes over.
# Run it from the root of this repository. Safe to run again: steps that are done are skipped. Needs the
# AWS CLI 1 or 2 with credentials of the account, curl, and kubectl, Helm or Terraform where a step calls it.
set -eu

usage() {
  cat <<'TEXT'
usage: sh docs/runbooks/ap-south-1/region.sh --incident NAME [--dry-run] [--yes]
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

# Region, secret, host: puts another host into the URL that the secret holds.
point_secret_at() {
  url=$(aws secretsmanager get-secret-value --region "$1" --secret-id "$2" --query SecretString --output text)
  case $url in *@*) ;; *) echo "$2 contains no URL with a user" >&2; return 1 ;; esac
  printf '%s' "$url" | sed "s#@[^:/?]*#@$3#" |
    aws secretsmanager put-secret-value --region "$1" --secret-id "$2" --secret-string file:///dev/stdin
}

promoted_endpoint() {
  aws rds describe-db-instances \
    --region ap-southeast-1 \
    --db-instance-identifier bizflow-replica-singapore \
    --query 'DBInstances[0].Endpoint.Address' \
    --output text
}

redis_endpoint() {
  aws elasticache describe-replication-groups \
    --region ap-southeast-1 \
    --replication-group-id bizflow-redis-singapore \
    --query 'ReplicationGroups[0].NodeGroups[0].PrimaryEndpoint.Address' \
    --output text
}

hosted_zone() {
  aws route53 list-hosted-zones-by-name \
    --dns-name bizflow.app \
    --query "HostedZones[?Name=='bizflow.app.'].Id | [0]" \
    --output text
}

standby_health_check() {
  aws route53 list-health-checks \
    --query "HealthChecks[?HealthCheckConfig.FullyQualifiedDomainName=='ap-southeast-1.alb.bizflow.app'].Id | [0]" \
    --output text
}

healthy_ap_southeast_1() {
  answers https://ap-southeast-1.alb.bizflow.app/health
}

lost_ap_south_1() {
  ! { case "$(aws rds describe-db-instances --region ap-south-1 --db-instance-identifier bizflow-primary --query 'DBInstances[0].DBInstanceStatus' --output text)" in storage-full) false ;; available | backing-up | configuring-* | maintenance | modifying | moving-to-vpc | renaming | resetting-master-credentials | storage-* | upgrading) true ;; *) false ;; esac; } &&
    { aws rds describe-db-instances --region ap-south-1 --max-records 20 >/dev/null || ! answers https://ap-south-1.alb.bizflow.app/health; }
}

promoted_bizflow_replica_singapore() {
  [ "$(aws rds describe-db-instances --region ap-southeast-1 --db-instance-identifier bizflow-replica-singapore --query 'DBInstances[0].DBInstanceStatus' --output text)" = available ] &&
    [ "$(aws rds describe-db-instances --region ap-southeast-1 --db-instance-identifier bizflow-replica-singapore --query 'DBInstances[0].ReadReplicaSourceDBInstanceIdentifier' --output text)" = None ]
}

redis_is_primary() {
  [ "$(aws elasticache describe-global-replication-groups --region ap-southeast-1 --show-member-info --query 'GlobalReplicationGroups[?ends_with(GlobalReplicationGroupId, '\''bizflow-redis-global'\'')].Members[] | [?ReplicationGroupId == '\''bizflow-redis-singapore'\''].Role | [0]' --output text)" = PRIMARY ]
}

database_secret_moved() {
  case "$(aws secretsmanager get-secret-value --region ap-southeast-1 --secret-id bizflow/production/ap-southeast-1/database --query SecretString --output text)" in *"@$(promoted_endpoint):5432"*) true ;; *) false ;; esac
}

redis_secret_moved() {
  case "$(aws secretsmanager get-secret-value --region ap-southeast-1 --secret-id bizflow/production/ap-southeast-1/redis --query SecretString --output text)" in *"@$(redis_endpoint):6379"*) true ;; *) false ;; esac
}

ready_bizflow_production_ap_southeast_1() {
  kubectl --context bizflow-production-ap-southeast-1 get --raw /readyz --request-timeout 10s >/dev/null
}

secrets_of_api_copied() {
  kubectl --context bizflow-production-ap-southeast-1 --namespace bizflow-api get secret api --output 'jsonpath={.data.DATABASE_URL}' | base64 -d | grep -qF "@$(promoted_endpoint):"
}

secrets_of_whatsapp_worker_copied() {
  kubectl --context bizflow-production-ap-southeast-1 --namespace bizflow-whatsapp-worker get secret whatsapp-worker --output 'jsonpath={.data.DATABASE_URL}' | base64 -d | grep -qF "@$(promoted_endpoint):"
}

api_restarted() {
  [ "$(kubectl --context bizflow-production-ap-southeast-1 --namespace bizflow-api get rollout api --output 'jsonpath={.metadata.annotations.bizflow\.io/incident}')" = "$incident" ] &&
    [ "$(kubectl --context bizflow-production-ap-southeast-1 --namespace bizflow-api get rollout api --output 'jsonpath={.status.phase}')" = Healthy ]
}

whatsapp_worker_restarted() {
  [ "$(kubectl --context bizflow-production-ap-southeast-1 --namespace bizflow-whatsapp-worker get rollout whatsapp-worker --output 'jsonpath={.metadata.annotations.bizflow\.io/incident}')" = "$incident" ] &&
    [ "$(kubectl --context bizflow-production-ap-southeast-1 --namespace bizflow-whatsapp-worker get rollout whatsapp-worker --output 'jsonpath={.status.phase}')" = Healthy ]
}

dns_moved() {
  [ "$(aws route53 list-resource-record-sets --hosted-zone-id "$(hosted_zone)" --query 'ResourceRecordSets[?Name=='\''ap-south-1.home.bizflow.app.'\'' && SetIdentifier=='\''primary'\''].ResourceRecords[0].Value | [0]' --output text)" = ap-southeast-1.alb.bizflow.app ]
}

healthy_api() {
  answers https://api.bizflow.app/health
}

notified() {
  grep -q 'Z  notified$' "$log" 2>/dev/null
}

say 'India (ap-south-1) is lost; Singapore (ap-southeast-1) takes over'
if [ "$dry" = no ]; then
  healthy_ap_southeast_1 2>>"$log" || die 'this machine cannot check the loss (healthy_ap_southeast_1 is false); nothing was changed'
  # A run that continues an incident does not look again: its own steps have begun to end the loss.
  if ! grep -q 'Z  the loss is confirmed$' "$log" 2>/dev/null; then
    # Checked twice, so that one lost packet does not start a failover.
    for before in 0 "$pause"; do
      sleep "$before"
      lost_ap_south_1 2>>"$log" || die 'lost_ap_south_1 is false; nothing was changed'
    done
  fi
  confirm
  say 'the loss is confirmed'
fi

since=$(date +%s)
say '1. Promote the read replica'
if [ "$dry" = no ] && promoted_bizflow_replica_singapore 2>>"$log"; then
  say '  already done'
else
  run aws rds promote-read-replica \
    --region ap-southeast-1 \
    --db-instance-identifier bizflow-replica-singapore \
    --backup-retention-period 35
fi
say '2. Fail over the Redis Global Datastore'
if [ "$dry" = no ] && redis_is_primary 2>>"$log"; then
  say '  already done'
else
  run aws elasticache failover-global-replication-group \
    --region ap-southeast-1 \
    --global-replication-group-id "$(aws elasticache describe-global-replication-groups --region ap-southeast-1 --show-member-info --query 'GlobalReplicationGroups[?ends_with(GlobalReplicationGroupId, '\''bizflow-redis-global'\'')].GlobalReplicationGroupId | [0]' --output text)" \
    --primary-region ap-southeast-1 \
    --primary-replication-group-id bizflow-redis-singapore
fi
await 1200 promoted_bizflow_replica_singapore
await 900 redis_is_primary

since=$(date +%s)
say '3. Point the secret bizflow/production/ap-southeast-1/database at the new primary'
if [ "$dry" = no ] && database_secret_moved 2>>"$log"; then
  say '  already done'
else
  run point_secret_at ap-southeast-1 bizflow/production/ap-southeast-1/database "$(promoted_endpoint)"
fi
await 60 database_secret_moved

since=$(date +%s)
say '4. Point the secret bizflow/production/ap-southeast-1/redis at the new primary'
if [ "$dry" = no ] && redis_secret_moved 2>>"$log"; then
  say '  already done'
else
  run point_secret_at ap-southeast-1 bizflow/production/ap-southeast-1/redis "$(redis_endpoint)"
fi
await 60 redis_secret_moved

since=$(date +%s)
say '5. Reach the cluster bizflow-production-ap-southeast-1'
if [ "$dry" = no ] && ready_bizflow_production_ap_southeast_1 2>>"$log"; then
  say '  already done'
else
  run aws eks update-kubeconfig \
    --region ap-southeast-1 \
    --name bizflow-production-ap-southeast-1 \
    --alias bizflow-production-ap-southeast-1
fi
await 120 ready_bizflow_production_ap_southeast_1

since=$(date +%s)
say '6. Copy the secrets of api into the cluster now'
if [ "$dry" = no ] && secrets_of_api_copied 2>>"$log"; then
  say '  already done'
else
  run kubectl --context bizflow-production-ap-southeast-1 --namespace bizflow-api annotate externalsecret api --overwrite force-sync="$incident"
fi
say '7. Copy the secrets of whatsapp-worker into the cluster now'
if [ "$dry" = no ] && secrets_of_whatsapp_worker_copied 2>>"$log"; then
  say '  already done'
else
  run kubectl --context bizflow-production-ap-southeast-1 --namespace bizflow-whatsapp-worker annotate externalsecret whatsapp-worker --overwrite force-sync="$incident"
fi
await 120 secrets_of_api_copied
await 120 secrets_of_whatsapp_worker_copied

since=$(date +%s)
say '8. Restart the pods of api'
if [ "$dry" = no ] && api_restarted 2>>"$log"; then
  say '  already done'
else
  run kubectl --context bizflow-production-ap-southeast-1 --namespace bizflow-api patch rollout api --type merge --patch \
    "{\"metadata\":{\"annotations\":{\"bizflow.io/incident\":\"$incident\"}},\"spec\":{\"restartAt\":\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\"}}"
fi
say '9. Restart the pods of whatsapp-worker'
if [ "$dry" = no ] && whatsapp_worker_restarted 2>>"$log"; then
  say '  already done'
else
  run kubectl --context bizflow-production-ap-southeast-1 --namespace bizflow-whatsapp-worker patch rollout whatsapp-worker --type merge --patch \
    "{\"metadata\":{\"annotations\":{\"bizflow.io/incident\":\"$incident\"}},\"spec\":{\"restartAt\":\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\"}}"
fi
await 900 api_restarted
await 900 whatsapp_worker_restarted

since=$(date +%s)
say '10. Pin ap-south-1.home.bizflow.app to ap-southeast-1.alb.bizflow.app'
if [ "$dry" = no ] && dns_moved 2>>"$log"; then
  say '  already done'
else
  run aws route53 change-resource-record-sets --hosted-zone-id "$(hosted_zone)" --change-batch '{
    "Comment": "Failover; terraform apply of the global root removes it",
    "Changes": [{ "Action": "UPSERT", "ResourceRecordSet": {
      "Name": "ap-south-1.home.bizflow.app", "Type": "CNAME", "TTL": 60, "SetIdentifier": "primary", "Failover": "PRIMARY",
      "HealthCheckId": "'"$(standby_health_check)"'",
      "ResourceRecords": [{ "Value": "ap-southeast-1.alb.bizflow.app" }] } }] }'
fi
await 120 dns_moved

since=$(date +%s)
say '11. Verify that the standby answers'
await 300 healthy_ap_southeast_1

since=$(date +%s)
say '12. Verify that api.bizflow.app answers'
await 300 healthy_api

since=$(date +%s)
say '13. Notify stakeholders'
if [ "$dry" = no ] && notified 2>>"$log"; then
  say '  already done'
else
  run aws sns publish \
    --region ap-southeast-1 \
    --topic-arn arn:aws:sns:ap-southeast-1:111122223333:dr-notifications \
    --subject "$incident" \
    --message-structure json \
    --message '{"default":"DR failover complete. Primary region: ap-southeast-1","https":"{\"version\":\"1.0\",\"source\":\"custom\",\"content\":{\"description\":\"DR failover complete. Primary region: ap-southeast-1\"}}"}'
  say 'notified'
  say "$(aws sns get-topic-attributes --region ap-southeast-1 --topic-arn arn:aws:sns:ap-southeast-1:111122223333:dr-notifications --query Attributes.SubscriptionsConfirmed --output text)"' subscriptions were told; with 0, tell people yourself'
fi
await 30 notified

say 'recovered'
