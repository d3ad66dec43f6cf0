# What moto takes and does not give back, does not tell, or does not read. Without it each further apply would replace what the one
# before made, or could not read it. Each answers with what Terraform said.
import json

from moto.amp.models import Workspace
from moto.amp.responses import PrometheusServiceResponse
from moto.backup import urls as backup_urls
from moto.backup.responses import BackupResponse
from moto.budgets.responses import BudgetsResponse
from moto.core.responses import ActionResult
from moto.ec2.responses.elastic_block_store import ElasticBlockStore
from moto.eks.responses import EKSResponse
from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.models import FakeBucket

# EKS: how people get access, and how long a version is supported (API reference, CreateAccessConfigRequest and
# UpgradePolicyRequest).
create_cluster = EKSResponse.create_cluster


def create_with_access(self):
    answer = create_cluster(self)
    cluster = self.eks_backend.describe_cluster(self._get_param('name'))
    cluster.access_config = self._get_param('accessConfig') or {}
    cluster.upgrade_policy = self._get_param('upgradePolicy') or {}
    return answer


EKSResponse.create_cluster = create_with_access

# Prometheus: the key of a workspace, which can never be changed.
create_workspace = PrometheusServiceResponse.create_workspace
to_dict = Workspace.to_dict


def create_with_key(self):
    made = json.loads(create_workspace(self))
    workspace = self.amp_backend.describe_workspace(made['workspaceId'])
    workspace.kms_key_arn = json.loads(self.body).get('kmsKeyArn')
    return json.dumps(workspace.to_dict())


def with_key(self):
    key = getattr(self, 'kms_key_arn', None)
    return {**to_dict(self), **({'kmsKeyArn': key} if key else {})}


PrometheusServiceResponse.create_workspace = create_with_key
Workspace.to_dict = with_key

# Budgets: their tags, and who hears of a notification.
create_budget = BudgetsResponse.create_budget
tags = {}


def create_with_tags(self):
    answer = create_budget(self)
    name = self._get_param('Budget')['BudgetName']
    arn = f"arn:{self.partition}:budgets::{self._get_param('AccountId')}:budget/{name}"
    tags[arn] = self._get_param('ResourceTags') or []
    return answer


def list_tags_for_resource(self):
    return json.dumps({'ResourceTags': tags.get(self._get_param('ResourceARN'), [])})


def tag_resource(self):
    arn, new = self._get_param('ResourceARN'), self._get_param('ResourceTags')
    names = [one['Key'] for one in new]
    tags[arn] = [one for one in tags.get(arn, []) if one['Key'] not in names] + new
    return json.dumps({})


def update_budget(self):
    new = self._get_param('NewBudget')
    budget = self.backend.budgets[self._get_param('AccountId')][new['BudgetName']].budget
    budget.update({key: value for key, value in new.items() if value is not None})
    return json.dumps({})


def describe_subscribers_for_notification(self):
    budget = self.backend.budgets[self._get_param('AccountId')][self._get_param('BudgetName')]
    asked = self._get_param('Notification')
    found = [one.subscribers for one in budget.notifications if all(one.details.get(key) == asked[key] for key in (
        'NotificationType', 'ComparisonOperator', 'Threshold') if key in asked)]
    return json.dumps({'Subscribers': found[0] if found else []})


BudgetsResponse.create_budget = create_with_tags
BudgetsResponse.update_budget = update_budget
BudgetsResponse.list_tags_for_resource = list_tags_for_resource
BudgetsResponse.tag_resource = tag_resource
BudgetsResponse.describe_subscribers_for_notification = describe_subscribers_for_notification

# EC2: the key of new disks, which moto takes and does not tell.
def get_ebs_default_kms_key_id(self):
    return ActionResult({'KmsKeyId': self.ec2_backend.default_kms_key_id or 'alias/aws/ebs'})


def reset_ebs_default_kms_key_id(self):
    self.ec2_backend.default_kms_key_id = ''
    return get_ebs_default_kms_key_id(self)


ElasticBlockStore.get_ebs_default_kms_key_id = get_ebs_default_kms_key_id
ElasticBlockStore.reset_ebs_default_kms_key_id = reset_ebs_default_kms_key_id


# Backup: a vault has no recovery points, because moto makes none.
def list_recovery_points_by_backup_vault(self):
    return json.dumps({'RecoveryPoints': []})


BackupResponse.list_recovery_points_by_backup_vault = list_recovery_points_by_backup_vault
backup_urls.url_paths['{0}/backup-vaults/(?P<name>[^/]+)/recovery-points/$'] = BackupResponse.dispatch


# S3: moto reads no condition of a bucket's policy, so that one that refuses other keys would refuse every object.
def get_permission(self, action, resource):
    if self.policy is None:
        return PermissionResult.NEUTRAL
    document = json.loads(self.policy.decode())
    plain = [one for one in document['Statement'] if one['Effect'] != 'Deny' or 'Condition' not in one]
    return IAMPolicy(json.dumps({**document, 'Statement': plain})).is_action_permitted(action, resource)


FakeBucket.get_permission = get_permission
