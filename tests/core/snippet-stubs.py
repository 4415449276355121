# snippet-stubs.py – runs a Python snippet with stand-ins for the service's packages
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the snippet from standard input and prints what it asked for as JSON: {"model", "input", "config", "call"} of the
SDK, {"request", "channel", "metadata"} of gRPC. Nothing of it touches a network."""
import base64
import json
import sys
import types

asked = {}


class Output:
    data = 'answered'


class Answer:
    outputs = [Output]


class Model:
    def __init__(self, **facts):
        asked['model'] = facts

    def predict(self, inputs, output_config):
        asked['input'], = inputs
        asked['config'] = output_config
        return Answer()

    def __getattr__(self, name):
        def call(**arguments):
            asked['call'] = [name, arguments]
            return 'answered'
        return call


class Inputs:
    @staticmethod
    def get_input_from_bytes(_id, image_bytes):
        return {'bytes': image_bytes}

    @staticmethod
    def get_input_from_url(_id, image_url):
        return {'url': image_url}

    @staticmethod
    def get_text_input(_id, raw_text):
        return {'text': raw_text}

    @staticmethod
    def get_multimodal_input(_id, raw_text, image_bytes=None, image_url=None):
        return {'text': raw_text, 'bytes': image_bytes, 'url': image_url}


class ClarifaiChannel:
    @staticmethod
    def get_grpc_channel(base):
        return {'secure': True, 'base': base}

    @staticmethod
    def get_insecure_grpc_channel(base, port):
        return {'secure': False, 'base': base, 'port': port}


class V2Stub:
    def __init__(self, channel):
        asked['channel'] = channel

    def PostModelOutputs(self, request, metadata):  # the name is the service's
        asked['request'] = request
        asked['metadata'] = dict(metadata)
        return Answer()


def parse_dict(values, request):
    request['body'] = values
    return request


def module(name, **members):
    parts = name.split('.')
    for i in range(1, len(parts) + 1):
        sys.modules.setdefault('.'.join(parts[:i]), types.ModuleType('.'.join(parts[:i])))
        if i > 1:
            setattr(sys.modules['.'.join(parts[:i - 1])], parts[i - 1], sys.modules['.'.join(parts[:i])])
    vars(sys.modules[name]).update(members)


for known in [name for name in sys.modules if name.split('.')[0] == 'google']:
    del sys.modules[known]
module('clarifai.client.input', Inputs=Inputs)
module('clarifai.client.model', Model=Model)
module('clarifai.runners.utils.data_types', Image=dict)
module('clarifai_grpc.channel.clarifai_channel', ClarifaiChannel=ClarifaiChannel)
module('clarifai_grpc.grpc.api.resources_pb2', Concept=dict, UserAppIDSet=dict)
module('clarifai_grpc.grpc.api.service_pb2', PostModelOutputsRequest=dict)
module('clarifai_grpc.grpc.api.service_pb2_grpc', V2Stub=V2Stub)
module('google.protobuf.json_format', ParseDict=parse_dict)

printed = []
code = sys.stdin.buffer.read().decode()
exec(compile(code, 'snippet', 'exec'), {'print': printed.append})  # it is what is tested
assert printed == ['answered'], printed
print(json.dumps(asked, default=lambda value: base64.b64encode(value).decode(), sort_keys=True))
