module bizflow/client-hello

go 1.24
