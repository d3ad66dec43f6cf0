// Rendered by @bizflow/generator from packages/; change the facts there. sha256:0bfa8f384f94cc9787184492e34bc3fe0e072854f81f1a5bceda4bf38c5f0d2b
module github.com/bizflow/platform/clients/go

go 1.24
