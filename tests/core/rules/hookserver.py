# SPDX-License-Identifier: GPL-3.0-or-later
# An HTTP server for webhooks: keeps each request as a line of a file, answers with the statuses it is given (with headers
# behind commas), one after the other, the last one for ever; "hang" takes a request and never answers. Prints its port.
import http.server, json, sys, threading
answers = [a.split(',') for a in sys.argv[2:]]
class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        with open(sys.argv[1], 'a') as out:
            out.write(json.dumps({'path': self.path, 'headers': dict(self.headers), 'body': body.decode()}) + '\n')
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if answer[0] == 'hang':
            threading.Event().wait()
        self.send_response(int(answer[0]))
        for header in answer[1:]:
            self.send_header(*header.split('=', 1))
        self.end_headers()
        self.wfile.write(b'said the server')
    def log_message(self, *args):
        pass
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
print(server.server_port, flush=True)
server.daemon_threads = True
server.serve_forever()
