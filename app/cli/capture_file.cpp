// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cerrno>
#include <cstring>
#include <zlib.h>

#ifdef _WIN32
#include <io.h>
#define dup _dup
#else
#include <unistd.h>
#endif

namespace spreadline::cli {
namespace {

bool isWrapper(std::string_view line)
{
    return line.starts_with("{\"t\":\"");
}

/// The wrapper's fields; a line that is no such JSON stays a frame and is refused by the decoder, with a reason.
void unwrap(const std::string& text, CaptureLine& line)
{
    const QJsonObject json =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()))).object();
    const QString kind = json.value(QLatin1String("t")).toString();
    if (kind.isEmpty()) {
        line.text = text;
        return;
    }
    line.kind = kind == QLatin1String("recv") ? CaptureLine::Kind::Frame
        : kind == QLatin1String("http")       ? CaptureLine::Kind::Answer
                                              : CaptureLine::Kind::Other;
    line.url = json.value(QLatin1String("url")).toString().toStdString();
    line.text = json.value(QLatin1String("data")).toString().toStdString();
}

} // namespace

Result<std::unique_ptr<CaptureFile>> CaptureFile::open(const std::string& path)
{
    gzFile file = path == "-" ? gzdopen(dup(0), "rb") : gzopen(path.c_str(), "rb");
    if (!file)
        return Error{Errc::NotFound, path, std::strerror(errno)};
    return std::unique_ptr<CaptureFile>(new CaptureFile(file));
}

CaptureFile::~CaptureFile()
{
    gzclose(static_cast<gzFile>(m_file));
}

Result<bool> CaptureFile::readLine(std::string& line)
{
    line.clear();
    std::array<char, 16'384> part;
    auto* const file = static_cast<gzFile>(m_file);
    while (gzgets(file, part.data(), static_cast<int>(part.size()))) {
        line += part.data();
        if (line.ends_with('\n'))
            break;
        if (line.size() > longestLine)
            return Error{Errc::BadFile, "line", "longer than " + std::to_string(longestLine) + " bytes"};
    }
    int code = Z_OK;
    const char* reason = gzerror(file, &code);
    if (code != Z_OK && code != Z_STREAM_END)
        return Error{Errc::BadFile, "gzip", reason};
    return !line.empty();
}

Result<bool> CaptureFile::next(CaptureLine& line)
{
    line = {};
    while (true) {
        const auto more = readLine(m_line);
        if (!more || !*more)
            return more;
        while (m_line.ends_with('\n') || m_line.ends_with('\r'))
            m_line.pop_back();
        if (!m_line.empty())
            break;
    }
    if (isWrapper(m_line))
        unwrap(m_line, line);
    else
        line.text = m_line;
    return true;
}

} // namespace spreadline::cli
