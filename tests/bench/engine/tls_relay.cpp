// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls_relay.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <memory>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace spreadline::bench {
namespace {

constexpr qint64 mostWaiting = 256 * 1024; ///< bytes of a connection; the sender then waits as it does without a relay

template<auto release>
struct Release {
    template<typename T>
    void operator()(T* object) const
    {
        release(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free_all>>;

QByteArray contents(BIO* memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return QByteArray(data, size);
}

/// Signed by itself, for 127.0.0.1, for a day.
Certificate certify(EVP_PKEY* key)
{
    constexpr long day = 24 * 3'600;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), day);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("127.0.0.1"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(certificate.get(), extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(certificate.get(), key, EVP_sha256());
    return certificate;
}

void handOn(QTcpSocket& from, QTcpSocket& to)
{
    const auto* tls = qobject_cast<const QSslSocket*>(&to);
    const qint64 waiting = to.bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
    if (waiting < mostWaiting && from.bytesAvailable() > 0)
        to.write(from.read(mostWaiting));
}

} // namespace

TlsRelay::TlsRelay(quint16 plainPort) : m_plainPort(plainPort)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate made = certify(key.get());
    const Memory keyText(BIO_new(BIO_s_mem())), certificateText(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    PEM_write_bio_X509(certificateText.get(), made.get());
    m_certificate = QSslCertificate(contents(certificateText.get()));
    m_configuration = QSslConfiguration::defaultConfiguration();
    m_configuration.setPrivateKey(QSslKey(contents(keyText.get()), QSsl::Ec));
    m_configuration.setLocalCertificate(m_certificate);
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of whoever connects
    if (!listen(QHostAddress::LocalHost))
        qFatal("the relay does not listen: %s", qPrintable(errorString()));
}

void TlsRelay::incomingConnection(qintptr descriptor)
{
    auto* outer = new QSslSocket(this);
    auto* inner = new QTcpSocket(outer);
    outer->setSslConfiguration(m_configuration);
    inner->setProxy(QNetworkProxy::NoProxy);
    inner->setReadBufferSize(mostWaiting);
    connect(inner, &QTcpSocket::readyRead, outer, [=] { handOn(*inner, *outer); });
    connect(outer, &QSslSocket::encryptedBytesWritten, inner, [=] { handOn(*inner, *outer); });
    connect(outer, &QSslSocket::readyRead, inner, [=] { handOn(*outer, *inner); });
    connect(inner, &QTcpSocket::connected, outer, [=] { handOn(*outer, *inner); });
    connect(inner, &QTcpSocket::disconnected, outer, &QSslSocket::disconnectFromHost);
    connect(outer, &QSslSocket::disconnected, outer, &QObject::deleteLater);
    if (!outer->setSocketDescriptor(descriptor))
        return outer->deleteLater();
    outer->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    outer->startServerEncryption();
    inner->connectToHost(QHostAddress(QHostAddress::LocalHost), m_plainPort);
}

} // namespace spreadline::bench
