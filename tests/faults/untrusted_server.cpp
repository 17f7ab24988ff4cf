// SPDX-License-Identifier: GPL-3.0-or-later
#include "untrusted_server.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <memory>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace spreadline::faults {
namespace {

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

void addName(X509* certificate, const QByteArray& name)
{
    X509_NAME* subject = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name.constData()), -1, -1, 0);
    X509_set_issuer_name(certificate, subject);
    const QByteArray alternative = (QHostAddress(QString::fromLatin1(name)).isNull() ? "DNS:" : "IP:") + name;
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, alternative.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate certify(EVP_PKEY* key, const UntrustedServer::Identity& identity)
{
    constexpr long day = 24 * 3'600;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), identity.validFromDays * day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), identity.validToDays * day);
    X509_set_pubkey(certificate.get(), key);
    addName(certificate.get(), identity.name);
    X509_sign(certificate.get(), key, EVP_sha256());
    return certificate;
}

} // namespace

UntrustedServer::UntrustedServer(const Identity& identity)
{
    const Key key(EVP_RSA_gen(2048));
    const Certificate certificate = certify(key.get(), identity);
    const Memory keyText(BIO_new(BIO_s_mem())), certificateText(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    PEM_write_bio_X509(certificateText.get(), certificate.get());
    m_configuration = QSslConfiguration::defaultConfiguration();
    m_configuration.setPrivateKey(QSslKey(contents(keyText.get()), QSsl::Rsa));
    m_configuration.setLocalCertificate(QSslCertificate(contents(certificateText.get())));
    m_configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    if (identity.oldProtocol)
        m_configuration.setProtocol(QSsl::TlsV1_0);
    QT_WARNING_POP
    if (!listen(QHostAddress::LocalHost))
        qFatal("the untrusted server does not listen: %s", qPrintable(errorString()));
}

void UntrustedServer::incomingConnection(qintptr descriptor)
{
    ++m_visitors;
    auto* socket = new QSslSocket(this);
    socket->setSslConfiguration(m_configuration);
    connect(socket, &QSslSocket::readyRead, this, [this, socket] { m_bytes += socket->readAll().size(); });
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    if (socket->setSocketDescriptor(descriptor))
        socket->startServerEncryption();
}

} // namespace spreadline::faults
