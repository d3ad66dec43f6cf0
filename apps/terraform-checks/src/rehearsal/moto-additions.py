# What moto lacks and the order from empty accounts needs: shares of subnets between accounts, and connections to
# GitHub that stay pending until a person finishes them. Each answers as AWS documents it, from what Terraform made.
import json
import re
import sys
import types

from moto import backend_index
from moto.codebuild.exceptions import InvalidInputException
from moto.codebuild.models import CodeBuildBackend
from moto.codebuild.responses import CodeBuildResponse
from moto.core.base_backend import BackendDict, BaseBackend
from moto.core.responses import BaseResponse
from moto.ec2.models.security_groups import SecurityGroupBackend
from moto.ec2.models.subnets import Subnet, SubnetBackend
from moto.organizations.models import organizations_backends
from moto.ram import urls as ram_urls
from moto.ram.exceptions import OperationNotPermittedException
from moto.ram.models import ResourceAccessManagerBackend, ram_backends
from moto.ram.responses import ResourceAccessManagerResponse

RAM = 'ram.amazonaws.com'


def organization_of(account):
    return next((one['aws'] for one in list(organizations_backends.values())
                 if one['aws'].org and any(member.id == account for member in one['aws'].accounts)), None)


# RAM: EnableSharingWithAwsOrganization also lets RAM see the organization (RAM user guide, "Enable resource sharing").
enable = ResourceAccessManagerBackend.enable_sharing_with_aws_organization


def enable_sharing(self):
    answer = enable(self)
    organizations_backends[self.account_id]['aws'].enable_aws_service_access(ServicePrincipal=RAM)
    return answer


def share_of(self, arn):
    return next(one for one in self.resource_shares if one.arn == arn)


def associate(self):
    arn = self._get_param('resourceShareArn')
    principals = self._get_param('principals') or []
    resources = self._get_param('resourceArns') or []
    share = share_of(self.ram_backend, arn)
    organization = organization_of(self.current_account)
    enabled = organization and any(one['ServicePrincipal'] == RAM for one in organization.services)
    if principals and not share.allow_external_principals and not enabled:
        error = OperationNotPermittedException()
        error.description = json.dumps({'__type': 'OperationNotPermittedException', 'message': 'The resource you are attempting to share '
                             'can only be shared within your AWS Organization. This error may also occur if you have not '
                             'enabled sharing with your AWS organization'})
        raise error
    share.add_principals(principals)
    share.add_resources(resources)
    made = [('PRINCIPAL', one) for one in principals] + [('RESOURCE', one) for one in resources]
    return json.dumps({'resourceShareAssociations': [
        {'resourceShareArn': arn, 'associatedEntity': entity, 'associationType': kind, 'status': 'ASSOCIATED'}
        for kind, entity in made]})


def permissions(self):
    return json.dumps({'permissions': []})


ResourceAccessManagerBackend.enable_sharing_with_aws_organization = enable_sharing
ResourceAccessManagerResponse.associate_resource_share = associate
ResourceAccessManagerResponse.list_resource_share_permissions = permissions
for path in ['associateresourceshare', 'listresourcesharepermissions']:
    ram_urls.url_paths['{0}/' + path + '$'] = ResourceAccessManagerResponse.dispatch

# EC2: an account sees the subnets that others share with it (VPC user guide, "Shared VPC").
own_subnets = SubnetBackend.describe_subnets
filter_value = Subnet.get_filter_value


def lent_to(backend):
    for account, regions in list(ram_backends.items()):
        if account == backend.account_id or backend.region_name not in regions:
            continue
        for share in regions[backend.region_name].resource_shares:
            if backend.account_id in share.principals:
                yield from ((account, arn.split('/')[-1]) for arn in share.resource_arns)


def describe_subnets(self, subnet_ids=None, filters=None):
    from moto.ec2.models import ec2_backends
    lent = list(lent_to(self))
    shared = [ec2_backends[account][self.region_name] for account in {account for account, _ in lent}]
    ids = {subnet for _, subnet in lent}
    found = [one for other in shared for one in own_subnets(other, None, filters) if one.id in ids]
    wanted = [one for one in found if not subnet_ids or one.id in subnet_ids]
    mine = [one for one in subnet_ids or [] if one not in ids]
    return ([] if subnet_ids and not mine else own_subnets(self, mine, filters)) + wanted


def get_filter_value(self, name, method_name=None):
    return self.owner_id if name == 'owner-id' else filter_value(self, name, method_name)


# A group that a participant makes in a shared VPC begins like every other, with its rule for egress.
create_group = SecurityGroupBackend.create_security_group


def create_security_group(self, name, description, vpc_id=None, *more, **named):
    from moto.ec2.models import ec2_backends
    for account in {account for account, _ in lent_to(self)}:
        shared = ec2_backends[account][self.region_name].vpcs.get(vpc_id)
        if shared is not None:
            self.vpcs.setdefault(vpc_id, shared)
    return create_group(self, name, description, vpc_id, *more, **named)


SecurityGroupBackend.create_security_group = create_security_group
SubnetBackend.describe_subnets = describe_subnets
Subnet.get_filter_value = get_filter_value


# CodeConnections: pending until a person finishes the connection in the console.
class CodeConnectionsBackend(BaseBackend):
    def __init__(self, region_name, account_id):
        super().__init__(region_name, account_id)
        self.connections = {}


class CodeConnectionsResponse(BaseResponse):
    def __init__(self):
        super().__init__(service_name='codeconnections')

    @property
    def connections(self):
        return codeconnections_backends[self.current_account][self.region].connections

    def create_connection(self):
        name = self._get_param('ConnectionName')
        arn = f'arn:aws:codeconnections:{self.region}:{self.current_account}:connection/{len(self.connections):032}'
        self.connections[arn] = {
            'ConnectionName': name, 'ConnectionArn': arn, 'ProviderType': self._get_param('ProviderType'),
            'OwnerAccountId': self.current_account, 'ConnectionStatus': 'PENDING', 'Tags': self._get_param('Tags') or []}
        return json.dumps({'ConnectionArn': arn})

    def get_connection(self):
        return json.dumps({'Connection': self.connections[self._get_param('ConnectionArn')]})

    def list_connections(self):
        return json.dumps({'Connections': list(self.connections.values())})

    def list_tags_for_resource(self):
        return json.dumps({'Tags': self.connections[self._get_param('ResourceArn')]['Tags']})

    # Not a call of AWS's: what the console does when a person finishes a connection.
    def finish_in_console(self):
        for one in self.connections.values():
            one['ConnectionStatus'] = 'AVAILABLE'
        return json.dumps({'Finished': len(self.connections)})


for part in ['', '.models', '.urls', '.responses']:
    sys.modules['moto.codeconnections' + part] = types.ModuleType('moto.codeconnections' + part)
CodeConnectionsBackend.__module__ = 'moto.codeconnections.models'
codeconnections_backends = BackendDict(CodeConnectionsBackend, 'codebuild')
for part in ['', '.models']:
    sys.modules['moto.codeconnections' + part].codeconnections_backends = codeconnections_backends
pattern = 'https?://codeconnections\\.(.+)\\.amazonaws\\.com'
urls = sys.modules['moto.codeconnections.urls']
urls.url_bases = [pattern]
urls.url_paths = {'{0}/$': CodeConnectionsResponse.dispatch}
backend_index.backend_url_patterns.append(('codeconnections', re.compile(pattern)))

# CodeBuild: no webhook on a connection that is pending.
create_project = CodeBuildBackend.create_project


def create_webhook(self):
    project = self.codebuild_backend.codebuild_projects[self._get_param('projectName')].project_metadata
    arn = project['source']['auth']['resource']
    connection = codeconnections_backends[self.current_account][self.region].connections.get(arn)
    if connection is None or connection['ConnectionStatus'] != 'AVAILABLE':
        raise InvalidInputException(f'Access denied to connection {arn}')
    project['webhook'] = {
        'url': f"https://api.github.com/repos/{project['name']}/hooks/1", 'payloadUrl': 'https://codebuild.amazonaws.com/webhooks',
        'filterGroups': self._get_param('filterGroups') or [], 'buildType': self._get_param('buildType')}
    return json.dumps({'webhook': {**project['webhook'], 'secret': 'drawn'}})


CodeBuildResponse.create_webhook = create_webhook
