// Reads a request as exporters send it, and writes it as JSON: `spans` of OTLP, `series` of Prometheus' remote write.
package main

import (
	"encoding/json"
	"io"
	"log"
	"os"

	"github.com/klauspost/compress/snappy"
	"github.com/prometheus/prometheus/prompb"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
)

func main() {
	body, err := io.ReadAll(os.Stdin)
	if err == nil {
		body, err = decoded(os.Args[1], body)
	}
	if err != nil {
		log.Fatal(err)
	}
	os.Stdout.Write(body)
}

func decoded(kind string, body []byte) ([]byte, error) {
	if kind == "spans" {
		request := ptraceotlp.NewExportRequest()
		if err := request.UnmarshalProto(body); err != nil {
			return nil, err
		}
		return request.MarshalJSON()
	}
	plain, err := snappy.Decode(nil, body)
	if err != nil {
		return nil, err
	}
	request := prompb.WriteRequest{}
	if err := request.Unmarshal(plain); err != nil {
		return nil, err
	}
	return json.Marshal(request.Timeseries)
}
