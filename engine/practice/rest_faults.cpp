// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rest_faults.h"

#include "practice/json_writer.h"

#include <zlib.h>

namespace spreadline::practice {

using server::FaultyResponse;
using server::HttpResponse;

namespace {

HttpResponse html(int status, std::string_view title)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "text/html";
    response.body =
        "<html><head><title>" + std::string(title) + "</title></head><body><h1>" + std::string(title) + "</h1></body></html>";
    return response;
}

HttpResponse statusAnswer(const Fault& fault)
{
    const auto status = static_cast<int>(fault.argument("status", 500));
    HttpResponse response = html(status, "error");
    const bool isLimit = status == 429 || status == 418;
    const std::int64_t code = fault.argument("code", isLimit ? -1003 : 0);
    if (code != 0) {
        response.contentType = "application/json";
        response.body.clear();
        JsonWriter(response.body)
            .beginObject()
            .field("code", code)
            .key("msg")
            .string(fault.text("msg", isLimit ? "Too many requests." : "fault"))
            .endObject();
    }
    if (const std::int64_t wait = fault.argument("retryAfter", -1); wait >= 0)
        response.headers.emplace_back("Retry-After", std::to_string(wait));
    return response;
}

/// Zeros, deflated in pieces so that the bomb is small here too.
std::string bomb(std::int64_t bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out, piece(1 << 20, '0'), buffer(1 << 16, '\0');
    int state = Z_OK;
    while (state == Z_OK) {
        const auto size = static_cast<uInt>(std::min<std::int64_t>(bytes, static_cast<std::int64_t>(piece.size())));
        bytes -= size;
        stream.next_in = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_in = size;
        do {
            stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
            stream.avail_out = static_cast<uInt>(buffer.size());
            state = deflate(&stream, bytes > 0 ? Z_NO_FLUSH : Z_FINISH);
            out.append(buffer.data(), buffer.size() - stream.avail_out);
        } while (stream.avail_out == 0 && state == Z_OK);
    }
    deflateEnd(&stream);
    return out;
}

void rename(std::string& body, const std::string& from, const std::string& to)
{
    for (std::size_t at = body.find(from); at != std::string::npos; at = body.find(from, at + to.size()))
        body.replace(at, from.size(), to);
}

void replaceBody(FaultPlan& faults, std::string_view line, HttpResponse& response)
{
    if (const Fault* fault = faults.fire(Verb::HttpStatus, line))
        response = statusAnswer(*fault);
    if (faults.fire(Verb::Http403Html, line))
        response = html(403, "403 Forbidden");
    if (const Fault* fault = faults.fire(Verb::HttpHtml, line))
        response = html(static_cast<int>(fault->argument("status", 200)), "Welcome to the hotel network");
    if (const Fault* fault = faults.fire(Verb::Http302, line)) {
        response = html(302, "Found");
        response.headers.emplace_back("Location", fault->text("location", "http://127.0.0.1:1/"));
    }
    if (const Fault* fault = faults.fire(Verb::HttpSchema, line))
        rename(response.body, '"' + fault->text("from", "symbol") + "\":", '"' + fault->text("to", "symbolName") + "\":");
    if (const Fault* fault = faults.fire(Verb::HttpGzip, line)) {
        response.body = bomb(fault->argument("bytes", 100 << 20));
        response.headers.emplace_back("Content-Encoding", "gzip");
    }
}

void spoilWire(FaultPlan& faults, std::string_view line, HttpResponse& response)
{
    FaultyResponse& wire = response.fault;
    if (const Fault* fault = faults.fire(Verb::HttpTrunc, line)) {
        const std::string whole = serialize(response, false);
        const std::size_t head = whole.size() - response.body.size();
        wire.rawBytes = whole.substr(0, head + static_cast<std::size_t>(fault->argument("bytes", 20)));
        wire.end = FaultyResponse::End::Close;
    }
    if (faults.fire(Verb::HttpChunked, line)) {
        wire.rawBytes = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: "
                        "chunked\r\n\r\n5\r\n{\"a\":\r\nZZ\r\nnot a chunk";
        wire.end = FaultyResponse::End::Close;
    }
    if (const Fault* fault = faults.fire(Verb::HttpDelay, line))
        wire.delay = std::chrono::milliseconds(fault->argument("ms", 10'000));
    if (faults.fire(Verb::HttpLostAfter, line)) {
        wire.rawBytes = "";
        wire.end = FaultyResponse::End::Reset;
    }
    if (faults.fire(Verb::HttpHold, line)) {
        wire.rawBytes = "";
        wire.end = FaultyResponse::End::Hold;
    }
}

} // namespace

HttpResponse lostAnswer()
{
    HttpResponse response;
    response.fault.rawBytes = "";
    response.fault.end = FaultyResponse::End::Reset;
    return response;
}

void applyHttpFaults(FaultPlan& faults, std::string_view line, HttpResponse& response)
{
    if (!faults.isAnyOn(Verb::HttpStatus, Verb::TimeLie))
        return;
    replaceBody(faults, line, response);
    spoilWire(faults, line, response);
    if (const Fault* const lie = faults.find(Verb::TimeLie, line); lie && line.find("/time") != std::string_view::npos)
        response.fault.delay += std::chrono::milliseconds(lie->argument("delay", 0));
}

} // namespace spreadline::practice
