module bizflow/canonical

go 1.24

require (
	github.com/aws/aws-sdk-go-v2/service/wafv2 v1.55.11
	github.com/ghodss/yaml v1.0.0
)

require (
	github.com/aws/smithy-go v1.22.2 // indirect
	gopkg.in/yaml.v2 v2.4.0 // indirect
)
