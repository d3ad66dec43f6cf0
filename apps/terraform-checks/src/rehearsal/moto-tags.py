# Tags that moto takes when something is made, and does not let change, or tells as they were: those of Fargate profiles, of
# launch templates and of GuardDuty's detectors. The tags of a whole region change when a law begins to bind it.
import json
from urllib.parse import unquote

from moto.ec2.models.launch_templates import LaunchTemplate
from moto.eks.models import EKSBackend
from moto.guardduty import urls as guardduty_urls
from moto.guardduty.responses import GuardDutyResponse

tag_cluster, untag_cluster = EKSBackend.tag_resource, EKSBackend.untag_resource


def profile_with(backend, arn):
    profiles = [one for cluster in backend.clusters.values() for one in cluster.fargate_profiles.values()]
    return next((one for one in profiles if one.fargate_profile_arn == arn), None)


def tag_profile_too(self, resource_arn, tags):
    profile = profile_with(self, resource_arn)
    if profile is None:
        tag_cluster(self, resource_arn, tags)
    else:
        profile.tags.update(tags)


def untag_profile_too(self, resource_arn, tag_keys):
    profile = profile_with(self, resource_arn)
    if profile is None:
        untag_cluster(self, resource_arn, tag_keys)
    else:
        profile.tags = {key: value for key, value in profile.tags.items() if key not in tag_keys}


EKSBackend.tag_resource, EKSBackend.untag_resource = tag_profile_too, untag_profile_too
# moto sets them when the template is made.
LaunchTemplate.tags = property(LaunchTemplate.get_tags, lambda self, made: None)


def tags_of(self):
    return self.guardduty_backend.detectors[unquote(self.path).split('/')[-1]].tags


def tag_resource(self):
    tags_of(self).update(self._get_param('tags'))
    return json.dumps({})


def untag_resource(self):
    for key in self._get_param('tagKeys'):
        tags_of(self).pop(key, None)
    return json.dumps({})


def list_tags_for_resource(self):
    return json.dumps({'tags': tags_of(self)})


for call in [tag_resource, untag_resource, list_tags_for_resource]:
    setattr(GuardDutyResponse, call.__name__, call)
guardduty_urls.url_paths['{0}/tags/(?P<resource_arn>.+)$'] = GuardDutyResponse.dispatch
