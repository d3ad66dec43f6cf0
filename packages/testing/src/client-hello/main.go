// Prints the first record that this Go sends when it asks for a name, in base64.
package main

import (
	"crypto/tls"
	"encoding/binary"
	"encoding/json"
	"io"
	"log"
	"net"
	"os"
)

func main() {
	client, server := net.Pipe()
	go tls.Client(client, &tls.Config{ServerName: os.Args[1]}).Handshake()

	header := make([]byte, 5)
	if _, err := io.ReadFull(server, header); err != nil {
		log.Fatal(err)
	}
	body := make([]byte, binary.BigEndian.Uint16(header[3:]))
	if _, err := io.ReadFull(server, body); err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(append(header, body...)); err != nil {
		log.Fatal(err)
	}
}
