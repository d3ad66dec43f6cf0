# A region that is lost answers nothing: whatever is signed for it is refused, until it is back. POST /bizflow/lost names the
# regions that are lost now, in a line. What AWS has once for all regions goes on; with an endpoint of its own the AWS CLI signs that
# for its default region.
import re

from moto.moto_server.werkzeug_app import DomainDispatcherApplication

global_services = {'cloudfront', 'iam', 'route53'}
lost_regions = set()
answer = DomainDispatcherApplication.__call__


def is_lost(authorization):
    signed = re.search(r'Credential=[^/]+/\d+/([^/]+)/([^/]+)/', authorization)
    return signed is not None and signed[1] in lost_regions and signed[2] not in global_services


def answer_unless_lost(self, environ, start_response):
    if environ.get('PATH_INFO') == '/bizflow/lost':
        length = int(environ.get('CONTENT_LENGTH') or 0)
        lost_regions.clear()
        lost_regions.update(environ['wsgi.input'].read(length).decode().split())
        start_response('200 OK', [('Content-Type', 'text/plain')])
        return [' '.join(lost_regions).encode()]
    if is_lost(environ.get('HTTP_AUTHORIZATION', '')):
        start_response('503 Service Unavailable', [('Content-Type', 'text/plain')])
        return [b'the region is lost']
    return answer(self, environ, start_response)


DomainDispatcherApplication.__call__ = answer_unless_lost
