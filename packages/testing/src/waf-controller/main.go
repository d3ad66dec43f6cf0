// Does to statements what the ACK wafv2 controller does: YAML to the structs of the AWS SDK and back
// (pkg/resource/web_acl/hooks.go, stringToStatement and statementToString). Reads a JSON array of
// {kind, text}, prints for each the text it comes back as; `shapes` prints the structs themselves, and
// `rules` reads Terraform's rule_json as its provider does, but refuses a field nobody knows.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"reflect"

	"github.com/aws/aws-sdk-go-v2/service/wafv2/types"
	"github.com/ghodss/yaml"
)

type question struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

type answer struct {
	Text  string `json:"text,omitempty"`
	Error string `json:"error,omitempty"`
}

// The string fields of the custom resource, and the struct that each is decoded into.
var kinds = map[string]any{
	"andStatement":       types.AndStatement{},
	"orStatement":        types.OrStatement{},
	"notStatement":       types.NotStatement{},
	"scopeDownStatement": types.Statement{},
}

func roundTrip(q question) answer {
	kind, known := kinds[q.Kind]
	if !known {
		return answer{Error: "unknown kind " + q.Kind}
	}
	value := reflect.New(reflect.TypeOf(kind)).Interface()
	if err := yaml.Unmarshal([]byte(q.Text), value); err != nil {
		return answer{Error: err.Error()}
	}
	text, err := yaml.Marshal(value)
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Text: string(text)}
}

// What Go writes for a field that is not set: null, or the zero value of a text or a number.
func kindOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Ptr:
		if t.Elem().Kind() == reflect.Struct {
			return "?" + t.Elem().Name()
		}
		return "?"
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Struct {
			return "?[]" + t.Elem().Name()
		}
		if t.Elem().Kind() == reflect.Uint8 {
			return "?bytes"
		}
		return "?[]"
	case reflect.String:
		return "text"
	default:
		return "number"
	}
}

func collect(t reflect.Type, shapes map[string]map[string]string) {
	for t.Kind() == reflect.Ptr || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || shapes[t.Name()] != nil {
		return
	}
	shape := map[string]string{}
	shapes[t.Name()] = shape
	for i := range t.NumField() {
		if field := t.Field(i); field.IsExported() {
			shape[field.Name] = kindOf(field.Type)
			collect(field.Type, shapes)
		}
	}
}

// hashicorp/terraform-provider-aws, internal/service/wafv2/flex.go: every SearchString is encoded,
// and then the whole is decoded into the SDK's rules.
func encodeSearchStrings(value any) {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			encodeSearchStrings(item)
		}
	case map[string]any:
		for key, member := range value {
			if text, ok := member.(string); ok && key == "SearchString" {
				value[key] = base64.StdEncoding.EncodeToString([]byte(text))
			}
			encodeSearchStrings(member)
		}
	}
}

func rules(input io.Reader) ([]types.Rule, error) {
	var loose []any
	if err := json.NewDecoder(input).Decode(&loose); err != nil {
		return nil, err
	}
	encodeSearchStrings(loose)
	text, err := json.Marshal(loose)
	if err != nil {
		return nil, err
	}
	strict := json.NewDecoder(bytes.NewReader(text))
	strict.DisallowUnknownFields()
	var out []types.Rule
	return out, strict.Decode(&out)
}

func run() error {
	if len(os.Args) > 1 && os.Args[1] == "rules" {
		out, err := rules(os.Stdin)
		if err != nil {
			return err
		}
		return json.NewEncoder(os.Stdout).Encode(out)
	}
	if len(os.Args) > 1 && os.Args[1] == "shapes" {
		shapes := map[string]map[string]string{}
		collect(reflect.TypeOf(types.Statement{}), shapes)
		return json.NewEncoder(os.Stdout).Encode(shapes)
	}
	var questions []question
	if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
		return err
	}
	answers := make([]answer, len(questions))
	for i, q := range questions {
		answers[i] = roundTrip(q)
	}
	return json.NewEncoder(os.Stdout).Encode(answers)
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
